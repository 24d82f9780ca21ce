// Migrations from a written snapshot of tables, the same for SQLite and for MySQL/MariaDB.
import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

export interface TableSnapshot {
  name: string;
  columns: ColumnSnapshot[];
  indices: { name: string; columns: string[]; unique?: true }[];
}

export interface ColumnSnapshot {
  name: string;
  /** A type that both databases know: varchar, int, bigint, double, boolean, simple-json. */
  type: string;
  length?: string;
  nullable?: true;
  primary?: true;
  default?: string;
}

/** `name` ends in 13 digits that order migrations (TypeORM's rule). */
export function createMigration(name: string, tables: TableSnapshot[]): MigrationClass {
  return class implements MigrationInterface {
    name = name;

    async up(runner: QueryRunner): Promise<void> {
      for (const table of tables) await runner.createTable(toTable(runner, table));
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of [...tables].reverse()) await runner.dropTable(table.name);
    }
  };
}

function toTable(runner: QueryRunner, { name, columns, indices }: TableSnapshot): Table {
  return new Table({
    name,
    columns: columns.map((column) => toColumn(runner, column)),
    indices: indices.map((index) => new TableIndex({ name: index.name, columnNames: index.columns, isUnique: index.unique })),
  });
}

export function toColumn({ connection }: QueryRunner, column: ColumnSnapshot): TableColumn {
  return new TableColumn({
    name: column.name,
    type: connection.driver.normalizeType({ type: column.type as never }),
    length: column.length,
    isNullable: column.nullable ?? false,
    isPrimary: column.primary ?? false,
    default: column.default,
  });
}
