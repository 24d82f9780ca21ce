// Reads the words of `npm run lists`: every mistake is a sentence with what was expected.
import { parseArgs } from 'node:util';
import { suggestionList } from 'graphql/jsutils/suggestionList';
import { findList, LISTS } from '../../gateway/lists/lists/all-lists';
import type { ListDeclaration } from '../../gateway/lists/lists/list';
import type { Format } from '../../gateway/lists/write/table';

export const VERBS = ['template', 'check', 'import', 'export'] as const;

export interface Words {
  verb: (typeof VERBS)[number];
  /** Absent where the sheets of a workbook say which they are. */
  list?: ListDeclaration;
  file: string;
  gateway: string;
  tokenFile?: string;
  home?: string;
  update: boolean;
  json: boolean;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const DEFAULT_GATEWAY = 'http://127.0.0.1:4000';

const OPTIONS = {
  list: { type: 'string' },
  file: { type: 'string' },
  gateway: { type: 'string', default: DEFAULT_GATEWAY },
  'token-file': { type: 'string' },
  home: { type: 'string' },
  update: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

export function parseWords(args: string[]): Words {
  const { values, positionals } = readOptions(args);
  const [verb, ...more] = positionals;
  if (!isVerb(verb)) throw new UsageError(`${said(verb)}Say one of: ${VERBS.join(', ')}.`);
  if (more.length > 0)
    throw new UsageError(`"${more[0]}" is too much; was a flag such as --file forgotten before it?`);
  const { file, gateway, 'token-file': tokenFile, home, update, json } = values;
  if (!file) throw new UsageError(`--file must be given: ${verb} --file <name.xlsx or name.csv>.`);
  if (!URL.canParse(gateway))
    throw new UsageError(`--gateway is "${gateway}"; expected an address such as ${DEFAULT_GATEWAY}.`);
  const list = values.list === undefined ? undefined : listCalled(values.list);
  const base = { verb, file, gateway: gateway.replace(/\/+$/, ''), update, json };
  return { ...base, ...(list && { list }), ...(tokenFile && { tokenFile }), ...(home && { home }) };
}

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (fault) {
    throw new UsageError((fault as Error).message);
  }
}

function isVerb(verb: string | undefined): verb is Words['verb'] {
  return VERBS.some((each) => each === verb);
}

function said(verb: string | undefined): string {
  return verb === undefined ? '' : `"${verb}" is no command. `;
}

function listCalled(name: string): ListDeclaration {
  const list = findList(name) ?? LISTS.find(({ title }) => title.zh === name);
  if (list) return list;
  const names = LISTS.map((each) => each.name);
  const near = suggestionList(name, names)[0];
  throw new UsageError(
    `There is no list "${name}".${near ? ` Did you mean ${near}?` : ''} Lists: ${names.join(', ')}.`,
  );
}

/** Whether a file is written as .xlsx or as CSV is said by its name. */
export function formatOf({ file, list }: Words): Format {
  const format = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase() as Format | undefined;
  if (!format) throw new UsageError(`--file is "${file}"; expected a name that ends in .xlsx or .csv.`);
  if (format === 'csv' && !list)
    throw new UsageError('CSV holds one list; name it with --list, or use .xlsx.');
  return format;
}
