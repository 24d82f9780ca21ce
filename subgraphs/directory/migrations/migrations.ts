// The migrations of the contract `directory`, oldest first. A later change is a migration of its own.
import { createMigration, type TableSnapshot } from '../../kit/database/create-migration';
import initial from './0001-initial.json';

export const directoryMigrations = [createMigration('Directory1763600000001', initial as TableSnapshot[])];
