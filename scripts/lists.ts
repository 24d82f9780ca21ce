// Lists in and out of the graph, from the shell: `npm run lists -- check --list resources --file 资源.xlsx --token-file …`.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { exportLists } from '../gateway/lists/export/export-lists';
import { writeTemplate } from '../gateway/lists/export/write-template';
import { GraphFault } from '../gateway/lists/graph/ask-graph';
import { BOUNDS, FileFault } from '../gateway/lists/grid';
import { importFile } from '../gateway/lists/import/import-file';
import { LISTS } from '../gateway/lists/lists/all-lists';
import { askGateway, homeOfToken, readSchema, readToken } from './lists/ask-gateway';
import { formatOf, parseWords, UsageError, type Words } from './lists/parse-words';
import { showReport } from './lists/show-report';

const USAGE = `npm run lists -- template --file <name.xlsx|name.csv> [--list <list>]
npm run lists -- check    --file <file> [--list <list>] --token-file <file> [--update]
npm run lists -- import   --file <file> [--list <list>] --token-file <file> [--update]
npm run lists -- export   --file <name.xlsx|name.csv> [--list <list>] [--home <home>] [--token-file <file>]

Lists: ${LISTS.map(({ name, title }) => `${name} ${title.zh}`).join(', ')}.
Without --list: all of them, in the sheets of one workbook. --gateway <address> (http://127.0.0.1:4000), --json (with npm run --silent).
check is a dry run: every row has its verdict, from its owner, and nothing is changed. --update changes rows that differ.
The token may be in LIANXI_TOKEN instead; rows are those of its organization, or of --home.

It ends with 0 when every row is settled, 1 when some want attention, 2 for a wrong command or file, 4 when the graph
does not answer, 5 when the token is not accepted.`;

const EXIT = { settled: 0, attention: 1, usage: 2, unreachable: 4, notAllowed: 5, failed: 70 } as const;

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help')) {
    console.log(USAGE);
    return args.length === 0 ? EXIT.usage : EXIT.settled;
  }
  const words = parseWords(args);
  if (words.verb === 'template') return template(words);
  return words.verb === 'export' ? exportTo(words) : importFrom(words);
}

async function template(words: Words): Promise<number> {
  const bytes = await writeTemplate(listsOf(words), formatOf(words), await readSchema(words.gateway));
  return write(words, bytes, { written: words.file });
}

async function exportTo(words: Words): Promise<number> {
  const { gateway, home } = words;
  const ask = askGateway(gateway, readToken(words));
  const base = { lists: listsOf(words), format: formatOf(words), ask, schema: await readSchema(gateway) };
  const { bytes, rows, coverage } = await exportLists({
    ...base,
    ...(home && { home }),
    now: () => new Date(),
  });
  return write(words, bytes, { written: words.file, rows, coverage });
}

async function importFrom(words: Words): Promise<number> {
  const { gateway, list, update, verb, json } = words;
  const token = readToken(words);
  const home = words.home ?? homeOfToken(token);
  if (!home) throw new UsageError('Whose rows are they? Give --token-file of an office, or --home.');
  const report = await importFile(readBytes(words.file), {
    ask: askGateway(gateway, token),
    schema: await readSchema(gateway),
    home,
    dryRun: verb === 'check',
    update,
    now: () => new Date(),
    ...(list && { list }),
  });
  console.log(json ? JSON.stringify(report, null, 2) : showReport(report));
  return report.complete ? EXIT.settled : EXIT.attention;
}

function listsOf({ list }: Words) {
  return list ? [list] : LISTS;
}

function readBytes(file: string): Buffer {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`--file is "${file}"; there is no such file.`);
  if (statSync(file).size > BOUNDS.file)
    throw new UsageError(`--file is larger than ${BOUNDS.file} bytes; divide it.`);
  return readFileSync(file);
}

function write({ file, json }: Words, bytes: Buffer, told: object): number {
  writeFileSync(file, bytes);
  console.log(
    json
      ? JSON.stringify(told)
      : Object.entries(told)
          .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
          .join('\n'),
  );
  return EXIT.settled;
}

function exitOf(fault: Error): number {
  if (fault instanceof UsageError || fault instanceof FileFault) return EXIT.usage;
  if (!(fault instanceof GraphFault)) return EXIT.failed;
  return ['UNAUTHENTICATED', 'FORBIDDEN'].includes(fault.code) ? EXIT.notAllowed : EXIT.unreachable;
}

main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (fault: Error) => {
    const exit = exitOf(fault);
    if (process.argv.includes('--json')) console.log(JSON.stringify({ error: { message: fault.message } }));
    else console.error(exit === EXIT.failed ? fault.stack : fault.message);
    process.exitCode = exit;
  },
);
