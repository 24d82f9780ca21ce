// The dashboard's own sources: generated files are fresh, every sentence is in both languages, none is outside of the words.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../subgraphs/kit/contract-files';

const CLIENT = join(projectRoot(), 'gateway', 'dashboard', 'client');
const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
);

test('the typed operations are those of schema/', () => {
  const check = ['-r', '@swc-node/register', 'scripts/write-dashboard-operations.ts', '--check'];
  expect(spawnSync(process.execPath, check, { cwd: projectRoot(), encoding: 'utf8' })).toMatchObject({
    stdout: '',
    status: 0,
  });
});

const dictionaries = files.filter((name) => /^views\/[^/]+\/words\.ts$|-words\.ts$/.test(name));

test.each(dictionaries)('%s says everything in both languages', async (name) => {
  const module = (await import(join(CLIENT, name))) as Record<
    string,
    Record<string, { zh: string; en: string }>
  >;
  const found = Object.values(module);
  expect(found.length).toBeGreaterThan(0);
  for (const [key, sentence] of found.flatMap((words) => Object.entries(words))) {
    expect([key, Boolean(sentence.zh?.trim()), Boolean(sentence.en?.trim())]).toEqual([key, true, true]);
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    expect([key, holes(sentence.en)]).toEqual([key, holes(sentence.zh)]);
  }
});

test('no sentence stands outside of the words', () => {
  const outside = files
    .filter((name) => !/words|opening-hours\.ts$/.test(name)) // the latter reads what people write
    .flatMap((name) =>
      readFileSync(join(CLIENT, name), 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .split('\n')
        .filter((line) => /[\u4e00-\u9fff]{2,}/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(outside).toEqual([]);
});
