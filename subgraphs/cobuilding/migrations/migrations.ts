// The migrations of the contract `cobuilding`, oldest first. A later change is a migration of its own.
import { addColumn, addVersion } from '../../kit/database/add-column';
import { createMigration, type TableSnapshot } from '../../kit/database/create-migration';
import initial from './0001-initial.json';

export const cobuildingMigrations = [
  createMigration('Cobuilding1763600000003', initial as TableSnapshot[]),
  addVersion('CobuildingVersion1763700000003', initial as TableSnapshot[]),
  addColumn('CobuildingTermination1763800000003', ['cobuilding_agreement_signatory'], {
    name: 'terminationAgreedOn',
    type: 'varchar',
    length: '10',
    nullable: true,
  }),
  addColumn('CobuildingSuppressed1763880000003', ['cobuilding_joint_activity', 'cobuilding_survey_result'], {
    name: 'suppressed',
    type: 'boolean',
    nullable: true,
  }),
];
