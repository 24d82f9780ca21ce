// Moves a home between shards, file by file: `npm run home -- export|import|remove --home H --program P --database URL [--folder F]`.
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { PROGRAMS } from '../subgraphs/demonstration/prepare-databases';
import {
  exportHome,
  importHome,
  markLeaving,
  removeHome,
  serveHome,
} from '../subgraphs/kit/database/home-rows';
import { openProgramDatabase } from '../subgraphs/kit/start-shard';

const USAGE = `npm run home -- serve  --home <home> --program <street|community|unit> --database <url>
npm run home -- export --home <home> --program <street|community|unit> --database <url> --folder <folder>
npm run home -- import --home <home> --program <street|community|unit> --database <url> --folder <folder>
npm run home -- remove --home <home> --program <street|community|unit> --database <url>
npm run home -- stay   --home <home> --program <street|community|unit> --database <url>

serve: a home that no shard serves yet may be written to on this one; then name it in --homes when the shard is published.

Moving a home by hand (with a registry: npm run registry -- shard move):
1. export from the old shard's database (from then on nothing is changed there, until remove, or stay when the move is
given up); 2. import into the new one's; 3. name the new shard in the shard list
(a higher version: it counts from the next request on); 4. when requests under the old list have ended (their deadline
is 15 s by default), remove from the old one.
Both shards may hold the rows meanwhile: the list alone decides who is asked.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      home: { type: 'string' },
      program: { type: 'string' },
      database: { type: 'string' },
      folder: { type: 'string' },
    },
  });
  const [verb] = positionals;
  const program = PROGRAMS[values.program as keyof typeof PROGRAMS];
  const { home, database: url, folder } = values;
  if (!home || !url || !program || !verb || (!['remove', 'stay', 'serve'].includes(verb) && !folder))
    throw new Error(USAGE);
  const database = await openProgramDatabase(program, url);
  try {
    if (verb === 'export')
      console.log(`${await exportHome(database, home, folder!)} rows of ${home} written to ${folder}`);
    else if (verb === 'import')
      console.log(
        `${home}: ${JSON.stringify(await importHome(database, home, folder!, new Date().toISOString()))}`,
      );
    else if (verb === 'remove') console.log(`${await removeHome(database, home)} rows of ${home} removed`);
    else if (verb === 'stay') {
      await markLeaving(database, home, null);
      console.log(`${home} stays and can be changed here again`);
    } else if (verb === 'serve') {
      await serveHome(database, home, new Date().toISOString());
      console.log(`${home} is served here`);
    } else throw new Error(USAGE);
  } finally {
    await database.destroy();
  }
}

main().catch((fault: Error) => {
  console.error(fault.message);
  process.exitCode = 2;
});
