// The migrations of the registry, oldest first. A later change is a migration of its own.
import { createMigration, type TableSnapshot } from '../../../../subgraphs/kit/database/create-migration';
import initial from './0001-initial.json';
import moves from './0002-moves.json';
import useReports from './0003-use-reports.json';

/** MySQL and MariaDB make of `text(16777216)` what is long enough for it: LONGTEXT, since their plain text ends at 64 kB. */
const LONG = '16777216';

function withLongTexts(table: TableSnapshot): TableSnapshot {
  const columns = table.columns.map((column) =>
    column.type === 'text' ? { ...column, length: LONG } : column,
  );
  return { ...table, columns };
}

export const registryMigrations = [
  createMigration('Registry1763800000000', (initial as TableSnapshot[]).map(withLongTexts)),
  createMigration('RegistryMoves1763850000000', (moves as TableSnapshot[]).map(withLongTexts)),
  createMigration('RegistryUseReports1763900000000', useReports as TableSnapshot[]),
];
