// The migrations of the contract `conference`, oldest first. A later change is a migration of its own.
import { addVersion } from '../../kit/database/add-column';
import { createMigration, type TableSnapshot } from '../../kit/database/create-migration';
import initial from './0001-initial.json';

export const conferenceMigrations = [
  createMigration('Conference1763600000002', initial as TableSnapshot[]),
  addVersion('ConferenceVersion1763700000002', initial as TableSnapshot[]),
];
