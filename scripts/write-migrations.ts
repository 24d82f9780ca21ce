// Writes the initial tables of each contract from its entities, before the first release: `npm run migration:write`.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../subgraphs/kit/contract-files';
import { openDatabase } from '../subgraphs/kit/database/open-database';
import { snapshotTables } from '../subgraphs/kit/database/snapshot-tables';
import { street } from '../subgraphs/street/program';

async function main(): Promise<void> {
  for (const { name, nouns } of street.contracts) {
    const database = await openDatabase({ url: 'file::memory:', entities: nouns, migrations: [] });
    const path = join(projectRoot(), 'subgraphs', name, 'migrations', '0001-initial.json');
    writeFileSync(path, `${JSON.stringify(snapshotTables(database), null, 1)}\n`);
    await database.destroy();
    console.log(`subgraphs/${name}/migrations/0001-initial.json written`);
  }
}

void main();
