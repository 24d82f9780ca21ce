// Model of question 14: assignments under supervision, at which level and how often.
import { childrenOf, groups, named, organization, pageWithCursor } from './answer-parts';
import { inOrder } from './in-order';
import { overdueDays } from './meeting-questions';
import { coverage, rowsOf, type Row, type World } from './world';

export function assignmentsUnderSupervision(world: World) {
  const records = rowsOf(world, 'conference_supervision_record');
  const supervised = rowsOf(world, 'conference_assignment', ({ id }) =>
    records.some(({ assignmentId }) => assignmentId === id),
  );
  const node = (row: Row) => ({
    id: row.id,
    text: row.text,
    state: row.state,
    dueOn: row.dueOn,
    overdueDays: overdueDays(row, ['CONFIRMED', 'CANCELLED'], world.today),
    provenance: row.provenance,
    responsible: organization(world, row.responsibleId),
    resolution: named(world, 'conference_resolution', row.resolutionId, 'title'),
    supervisionSummary: byLevel(childrenOf(world, 'conference_supervision_record', 'assignmentId', row)),
  });
  return {
    assignments: {
      ...pageWithCursor(inOrder(supervised, 'dueOn'), 100, node),
      coverage: coverage(world, 'conference'),
    },
    supervisionRecordSummary: { ...byLevelAndProvenance(records), coverage: coverage(world, 'conference') },
  };
}

function byLevel(records: Row[]) {
  return {
    count: records.length,
    groups: groups(records, ['level'], ([record]) => ({ level: record!.level })),
  };
}

function byLevelAndProvenance(records: Row[]) {
  const figures = ([record]: Row[]) => ({ level: record!.level, provenance: record!.provenance });
  return { count: records.length, groups: groups(records, ['level', 'provenance'], figures) };
}
