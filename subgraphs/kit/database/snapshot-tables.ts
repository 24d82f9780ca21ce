// Writes down the tables of entities as a migration keeps them.
import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnSnapshot, TableSnapshot } from './create-migration';

export function snapshotTables(database: DataSource): TableSnapshot[] {
  return database.entityMetadatas.map(toSnapshot).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function toSnapshot(entity: EntityMetadata): TableSnapshot {
  return {
    name: entity.tableName,
    columns: entity.columns.map((column): ColumnSnapshot => ({
      name: column.databaseName,
      type: String(column.type),
      ...(column.length && { length: column.length }),
      ...(column.isNullable && { nullable: true as const }),
      ...(column.isPrimary && { primary: true as const }),
      ...(column.default !== undefined && { default: column.default === false ? '0' : String(column.default) }),
    })),
    indices: entity.indices.map((index) => ({
      name: index.name,
      columns: index.columns.map((column) => column.databaseName),
      ...(index.isUnique && { unique: true as const }),
    })),
  };
}
