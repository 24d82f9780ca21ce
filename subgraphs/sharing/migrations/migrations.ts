// The migrations of the contract `sharing`, oldest first. A later change is a migration of its own.
import { addColumn, addVersion } from '../../kit/database/add-column';
import { createMigration, type TableSnapshot } from '../../kit/database/create-migration';
import initial from './0001-initial.json';
import calendar from './0002-calendar.json';

const WINDOWS = ['sharing_availability_window'];
const number = (name: string) => ({ name, type: 'int', nullable: true as const });

export const sharingMigrations = [
  createMigration('Sharing1763600000004', initial as TableSnapshot[]),
  addVersion('SharingVersion1763700000004', initial as TableSnapshot[]),
  addColumn('SharingWindowWeekOfMonth1763870000004', WINDOWS, number('weekOfMonth')),
  addColumn('SharingWindowEveryWeeks1763870000005', WINDOWS, number('everyWeeks')),
  addColumn('SharingWindowWeekPhase1763870000006', WINDOWS, number('weekPhase')),
  createMigration('SharingCalendar1763880000004', calendar as TableSnapshot[]),
  addColumn('SharingSuppressed1763880000004', ['sharing_need'], {
    name: 'suppressed',
    type: 'boolean',
    nullable: true,
  }),
];
