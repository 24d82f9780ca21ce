// The migrations of the registry, oldest first. A later change is a migration of its own.
import { createMigration, type TableSnapshot } from '../../../../subgraphs/kit/database/create-migration';
import initial from './0001-initial.json';

export const registryMigrations = [createMigration('Registry1763800000000', initial as TableSnapshot[])];
