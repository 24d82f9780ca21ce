// The tables that workflows keep beside the nouns', and their migrations.
import { addColumn } from '../database/add-column';
import { createMigration, type TableSnapshot } from '../database/create-migration';
import type { Class } from '../noun/spec';
import { AuditEntry } from './audit-entry';
import { KeptAnswer } from './kept-answer';
import initial from './migrations/0001-workflow.json';
import { OutboxMessage } from './outbox-message';
import { WorkflowStep } from './workflow-step';

export const WORKFLOW_ENTITIES: Class[] = [AuditEntry, KeptAnswer, OutboxMessage, WorkflowStep];

const confirmation = {
  name: 'confirmedNoPersonalData',
  type: 'varchar',
  length: '200',
  nullable: true as const,
};

export const workflowMigrations = [
  createMigration('Workflow1763700000000', initial as TableSnapshot[]),
  addColumn('WorkflowConfirmation1763860000000', ['workflow_step'], confirmation),
];
