// The tasks of an agreement that are not finished, and what becomes of them when it ends early.
import { In } from 'typeorm';
import type { Step } from '../../kit/workflow/machine';
import { AgreementTask } from '../agreement-task/agreement-task';

export const OPEN_TASK = ['PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'] as const;

export async function cancelOpenTasks(
  { manager, move }: Pick<Step, 'manager' | 'move'>,
  agreementId: string,
): Promise<void> {
  const open = await manager.findBy(AgreementTask, { agreementId, state: In(OPEN_TASK) });
  for (const row of open)
    await move({ noun: AgreementTask, row, to: 'CANCELLED', action: 'agreeToTermination' });
}
