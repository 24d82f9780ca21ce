// Brings a resolution to the state that its assignments put it in, as a step of the resolution's own.
import type { Step } from '../../kit/workflow/machine';
import { Assignment, type AssignmentState } from '../assignment/assignment';
import { Resolution, type ResolutionState } from '../resolution/resolution';

type State = keyof typeof ResolutionState;

/** The states in which a resolution follows its assignments. */
const FOLLOWING: readonly State[] = ['ASSIGNED', 'IN_PROGRESS', 'REPORTED'];

export async function followAssignments({ manager, row, move }: Step<Assignment>): Promise<void> {
  const resolution = await manager.findOneByOrFail(Resolution, { id: row.resolutionId });
  const assignments = await manager.findBy(Assignment, { resolutionId: resolution.id });
  const to = stateAfter(assignments.map(({ state }) => state));
  if (FOLLOWING.includes(resolution.state) && to !== resolution.state)
    await move({ noun: Resolution, row: resolution, to, action: 'followAssignments' });
}

/** Reported when all that was asked is confirmed or cancelled; in progress when anything was begun. */
export function stateAfter(assignments: readonly (keyof typeof AssignmentState)[]): State {
  if (assignments.every((state) => state === 'CONFIRMED' || state === 'CANCELLED')) return 'REPORTED';
  return assignments.every((state) => state === 'ASSIGNED' || state === 'CANCELLED')
    ? 'ASSIGNED'
    : 'IN_PROGRESS';
}
