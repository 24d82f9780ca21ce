// Moves another row of the home to a state that follows from a step, with the same traces as a step of its own.
import { specOf, type Class } from '../noun/spec';
import { leaveTraces } from './leave-traces';
import type { Step, WorkflowRow } from './machine';
import type { Asked } from './take-action';
import { whenMoved } from './when-moved';

export interface Move {
  noun: Class;
  row: Pick<WorkflowRow, 'id' | 'state'>;
  to: string;
  /** Said in the history and the audit instead of a mutation. */
  action: string;
  /** Further column values. */
  columns?: object;
}

export async function moveRow(
  asked: Asked,
  step: Step,
  { noun, row, to, action, columns: more }: Move,
): Promise<void> {
  const { id, state = null, version } = row as WorkflowRow;
  const moved = { id, version: version + 1 };
  const columns = {
    ...whenMoved(specOf(noun), step),
    ...more,
    state: to,
    updatedAt: step.now,
    version: moved.version,
  };
  await asked.manager.update(noun, { id } as never, columns as never);
  await leaveTraces(asked, {
    action,
    row: moved,
    oldVersion: version,
    fromState: state,
    toState: to,
    messages: [],
  });
}
