// The first migration. A later change of the tables is another file like this one, named in open-database.ts.
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

export class CreateStall implements MigrationInterface {
  readonly name = 'CreateStall1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    // SQLite and MySQL write it differently.
    const int = runner.connection.driver.normalizeType({ type: 'int' });
    await runner.createTable(
      new Table({
        name: 'sample_market_stall',
        columns: [
          { name: 'id', type: 'varchar', length: '40', isPrimary: true },
          { name: 'title', type: 'varchar', length: '200' },
          { name: 'state', type: 'varchar', length: '20' },
          { name: 'quantity', type: int, isNullable: true },
          { name: 'offeredById', type: 'varchar', length: '40' },
        ],
        indices: [{ name: 'sample_market_stall_offered_by', columnNames: ['offeredById'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sample_market_stall');
  }
}
