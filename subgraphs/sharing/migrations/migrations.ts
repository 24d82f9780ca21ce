// The migrations of the contract `sharing`, oldest first. A later change is a migration of its own.
import { addVersion } from '../../kit/database/add-column';
import { createMigration, type TableSnapshot } from '../../kit/database/create-migration';
import initial from './0001-initial.json';

export const sharingMigrations = [
  createMigration('Sharing1763600000004', initial as TableSnapshot[]),
  addVersion('SharingVersion1763700000004', initial as TableSnapshot[]),
];
