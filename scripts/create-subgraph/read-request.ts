// What a new subgraph is to be called, whose it is, and where it is written; each mistake is a sentence.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseId } from '../../schema/id';
import { DEFAULT_URL } from '../registry/ask-registry';
import { UsageError } from '../registry/parse-command';

export interface StarterRequest {
  /** Of the subgraph: lower-case words joined by hyphens. */
  name: string;
  /** Of the organization that publishes it. */
  home: string;
  folder: string;
  registry: string;
}

export const USAGE = `npm run create-subgraph -- <name> [--home <home>] [--to <folder>] [--registry <url>]

Writes a small working subgraph: type-graphql, TypeORM (SQLite, MySQL or MariaDB), tests, README.
  <name>      lower-case words joined by hyphens; its root fields begin with it
  --home      the id of the organization that publishes it; by default the name
  --to        the folder; by default ../<name>. It must be empty or not be there yet, and lie outside of this project
  --registry  asked whether the name is free; or LIANXI_REGISTRY_URL; by default ${DEFAULT_URL}`;

const PROJECT = path.join(__dirname, '..', '..');

export function readRequest(words: string[]): StarterRequest {
  const { values, positionals } = readWords(words);
  const [name, more] = positionals;
  if (!name) throw new UsageError(`The name of the subgraph is missing.\n\n${USAGE}`);
  if (more !== undefined) throw new UsageError(`"${more}" is too much: one name, then flags.\n\n${USAGE}`);
  const { home, to, registry = process.env.LIANXI_REGISTRY_URL ?? DEFAULT_URL } = values;
  if (!URL.canParse(registry))
    throw new UsageError(`--registry is "${registry}"; expected an address such as ${DEFAULT_URL}.`);
  return { name, home: home === undefined ? name : readHome(home), folder: readFolder(name, to), registry };
}

function readWords(words: string[]) {
  const value = { type: 'string' } as const;
  const options = { home: value, to: value, registry: value };
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (fault) {
    throw new UsageError(`${(fault as Error).message}\n\n${USAGE}`);
  }
}

function readHome(home: string): string {
  const id = parseId(home);
  if (id && id.kind === undefined) return home;
  throw new UsageError(
    `--home is "${home}"; expected the id of an organization: lower-case words joined by hyphens, at most 40 characters.`,
  );
}

/** npm runs this in the project's folder; what a person writes counts from the folder that they are in. */
function readFolder(name: string, to: string | undefined): string {
  const folder =
    to === undefined
      ? path.join(PROJECT, '..', path.basename(name))
      : path.resolve(process.env.INIT_CWD ?? process.cwd(), to);
  if (!path.relative(PROJECT, folder).startsWith('..'))
    throw new UsageError(
      `${folder} lies inside of this project; a subgraph is a project of its own. Choose another folder with --to.`,
    );
  if (existsSync(folder) && !(statSync(folder).isDirectory() && readdirSync(folder).length === 0))
    throw new UsageError(
      `${folder} is there already and not empty; nothing was written. Choose another folder with --to.`,
    );
  return folder;
}
