// A migration that adds one column to tables that are there already, without rewriting their rows.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { ColumnSnapshot, MigrationClass, TableSnapshot } from './create-migration';
import { toColumn } from './create-migration';

/** The version that every row of these tables got after the first tables were written. */
export function addVersion(name: string, tables: readonly TableSnapshot[]): MigrationClass {
  const version = { name: 'version', type: 'int', default: '1' };
  return addColumn(
    name,
    tables.map((table) => table.name),
    version,
  );
}

/** `name` ends in 13 digits that order migrations (TypeORM's rule). */
export function addColumn(name: string, tables: readonly string[], column: ColumnSnapshot): MigrationClass {
  return class implements MigrationInterface {
    name = name;

    async up(runner: QueryRunner): Promise<void> {
      const definition = definitionOf(runner, column);
      for (const table of tables) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${definition}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of tables) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column.name}`);
    }
  };
}

function definitionOf(runner: QueryRunner, column: ColumnSnapshot): string {
  const { type, length, isNullable, default: value } = toColumn(runner, column);
  const sized = length ? `${type}(${length})` : type;
  const filled = value === undefined ? '' : ` DEFAULT ${String(value)}`;
  return `${column.name} ${sized}${isNullable ? '' : ' NOT NULL'}${filled}`;
}
