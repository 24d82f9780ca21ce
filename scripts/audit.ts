// Exports a home's audit and says whether an exported one is whole: `npm run audit -- export|verify …`.
import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { PROGRAMS } from '../subgraphs/demonstration/prepare-databases';
import { openProgramDatabase } from '../subgraphs/kit/start-shard';
import { exportAudit, verifyAudit } from '../subgraphs/kit/workflow/audit-file';
import { type KeptEntry, readKept } from './read-kept';

const USAGE = `npm run audit -- export --home <home> --program <street|community|unit> --database <url> --file <file>
npm run audit -- verify --file <file> [--kept <number>:<hash>]

export prints the number of the last entry and its hash. Note them where nobody who can change the database can change
them, e.g. in the minutes of a meeting: verify --kept finds an audit that was written anew as a whole. Without it verify
finds entries that were altered, removed or added, and a file that was cut off. Exit code 1: it is not whole.`;

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { home: text, program: text, database: text, file: text, kept: text };
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const { home, database: url, file, kept } = values;
  const program = PROGRAMS[values.program as keyof typeof PROGRAMS];
  const [verb] = positionals;
  if (verb === 'verify' && file) return verify(file, readKept(kept));
  if (verb !== 'export' || !home || !url || !program || !file) throw new Error(USAGE);
  const database = await openProgramDatabase(program, url);
  try {
    const head = await exportAudit(database.manager, { home, path: file, now: new Date().toISOString() });
    console.log(
      `${head.entries} entries of ${home} written to ${file}; the last: ${head.entries}:${head.lastHash}`,
    );
  } finally {
    await database.destroy();
  }
}

async function verify(file: string, kept: KeptEntry | undefined): Promise<void> {
  const verdict = await verifyAudit(createInterface({ input: createReadStream(file) }), kept);
  if (verdict.fault === undefined)
    return console.log(`${file} is whole; the last: ${verdict.entries}:${verdict.lastHash}`);
  console.error(`${file} is not whole: ${verdict.fault}`);
  process.exitCode = 1;
}

main().catch((fault: Error) => {
  console.error(fault.message);
  process.exitCode = 2;
});
