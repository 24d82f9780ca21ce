// Copies the starter: it is a working subgraph called sample-market, and each of its names becomes one of the new subgraph.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StarterRequest } from './read-request';

const STARTER = path.join(__dirname, '..', 'starter');
const LEFT_OUT = /(?:^|[/\\])(?:node_modules|data)(?:[/\\]|$)/;

/** The number of files written. */
export function copyStarter({
  name,
  home,
  folder,
}: Pick<StarterRequest, 'name' | 'home' | 'folder'>): number {
  const rename = renamer(name, home);
  const files = readdirSync(STARTER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(STARTER, path.join(entry.parentPath, entry.name)))
    .filter((file) => !LEFT_OUT.test(file));
  for (const file of files) {
    const target = path.join(folder, rename(file));
    mkdirSync(path.dirname(target), { recursive: true });
    // Never over a file that came there meanwhile.
    writeFileSync(target, rename(readFileSync(path.join(STARTER, file), 'utf8')), { flag: 'wx' });
  }
  return files.length;
}

/** The name as a package, a table, a field, a type and two words. */
function renamer(name: string, home: string): (text: string) => string {
  const words = name.split('-');
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  const pairs: [string, string][] = [
    ['sample-market-home', home],
    ['sample-market', name],
    ['sample_market', words.join('_')],
    ['sampleMarket', camel],
    ['SampleMarket', pascal],
    ['Sample market', words.join(' ')],
  ];
  return (text) => pairs.reduce((renamed, [from, to]) => renamed.replaceAll(from, to), text);
}
