// Writes the initial tables of each contract and of the registry from their entities, before the first release: `npm run migration:write`.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../subgraphs/kit/contract-files';
import { ROWS } from '../gateway/registry/store/rows';
import { openDatabase } from '../subgraphs/kit/database/open-database';
import { snapshotTables } from '../subgraphs/kit/database/snapshot-tables';
import { street } from '../subgraphs/street/program';

async function main(): Promise<void> {
  for (const { name, nouns } of street.contracts) await write(`subgraphs/${name}/migrations`, nouns);
  await write('gateway/registry/store/migrations', ROWS);
}

async function write(
  folder: string,
  entities: Parameters<typeof openDatabase>[0]['entities'],
): Promise<void> {
  const database = await openDatabase({ url: 'file::memory:', entities, migrations: [] });
  writeFileSync(
    join(projectRoot(), folder, '0001-initial.json'),
    `${JSON.stringify(snapshotTables(database), null, 1)}\n`,
  );
  await database.destroy();
  console.log(`${folder}/0001-initial.json written`);
}

void main();
