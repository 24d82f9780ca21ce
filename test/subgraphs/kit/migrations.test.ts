// Migrations: a new database becomes what the entities say, once.
import { openProgramDatabase } from '../../../subgraphs/kit/start-shard';
import { street } from '../../../subgraphs/street/program';
import { unit } from '../../../subgraphs/unit/program';
import { sqlite, testDatabases, type CreatedDatabase } from '../../kit/test-databases';

describe.each(testDatabases())('$name', ({ create }) => {
  let created: CreatedDatabase;
  beforeEach(async () => void (created = await create()));
  afterEach(() => created.drop());

  test('a new database has no drift against its entities', async () => {
    const database = await openProgramDatabase(street, created.url);
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    await database.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('a database that is opened again runs no migration again', async () => {
    await (await openProgramDatabase(unit, created.url)).destroy();
    const database = await openProgramDatabase(unit, created.url);
    const again = await database.runMigrations();
    const done = (await database.query('SELECT name FROM migrations ORDER BY timestamp')) as {
      name: string;
    }[];
    await database.destroy();
    expect(again).toEqual([]);
    expect(done.map(({ name }) => name.replace(/\d+$/, ''))).toEqual(['ShardHome', 'Sharing', 'Workflow', 'SharingVersion', 'ShardHomeLeaving', 'HomeMove', 'WorkflowConfirmation', 'SharingWindowWeekOfMonth', 'SharingWindowEveryWeeks', 'SharingWindowWeekPhase', 'SharingCalendar', 'SharingSuppressed']);
  });

  test('the tables go as they came', async () => {
    const database = await openProgramDatabase(unit, created.url);
    for (const _ of database.migrations) await database.undoLastMigration();
    const runner = database.createQueryRunner();
    const tables = await runner.getTables(database.entityMetadatas.map(({ tableName }) => tableName));
    await runner.release();
    await database.destroy();
    expect(tables).toEqual([]);
  });
});

test('a unit that grows into a street keeps its tables and gets the others', async () => {
  const created = await sqlite.create();
  await (await openProgramDatabase(unit, created.url)).destroy();
  const database = await openProgramDatabase(street, created.url);
  const { upQueries } = await database.driver.createSchemaBuilder().log();
  await database.destroy();
  await created.drop();
  expect(upQueries).toEqual([]);
});

test('a database that cannot be opened is told in a sentence, without its password', async () => {
  const opening = openProgramDatabase(unit, 'mysql://root:secret@127.0.0.1:1/none');
  await expect(opening).rejects.toThrow('cannot be opened');
  await expect(opening).rejects.not.toThrow('secret');
});
