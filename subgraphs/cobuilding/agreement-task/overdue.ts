// When a task is overdue, by how much, and how long it has waited: derived from its days, never stored.
import { dayAt, daysBetween } from '../../kit/clock';
import { condition, type Condition } from '../../kit/sql/condition';
import { createChoice } from '../../kit/noun/choice';

export const TaskState = createChoice('TaskState', '任务的状态。 State of a task.', {
  PLANNED: '已计划。 Planned.',
  IN_PROGRESS: '进行中。 In progress.',
  SUBMITTED: '责任单位已提交，待受益方确认。 Submitted by the responsible side, waits for the beneficiary.',
  CONFIRMED: '受益方已确认。 Confirmed by the beneficiary.',
  RETURNED: '受益方退回。 Returned by the beneficiary.',
  CANCELLED: '取消。 Cancelled.',
});

/** What the derived figures of a task rest on. */
export interface TaskDays {
  state: keyof typeof TaskState | null;
  dueOn: string | null;
  submittedAt: string | null;
}

/** Neither confirmed nor cancelled. A task without a state is not known to be open. */
const OPEN: string[] = [TaskState.PLANNED, TaskState.IN_PROGRESS, TaskState.SUBMITTED, TaskState.RETURNED];

/** Days past its due day; null for a task that is not overdue or not known to be. */
export function overdueDaysOf({ state, dueOn }: TaskDays, today: string): number | null {
  if (state === null || dueOn === null || !OPEN.includes(state) || dueOn >= today) return null;
  return daysBetween(dueOn, today);
}

/** Days since it was submitted, while it waits to be confirmed; else null. */
export function waitingDaysOf({ state, submittedAt }: TaskDays, today: string): number | null {
  if (state !== TaskState.SUBMITTED || submittedAt === null) return null;
  return daysBetween(dayAt(new Date(submittedAt)), today);
}

/** Null while it has not been submitted or has no due day. */
export function submittedInTime({ dueOn, submittedAt }: TaskDays): boolean | null {
  if (dueOn === null || submittedAt === null) return null;
  return dayAt(new Date(submittedAt)) <= dueOn;
}

/** The same rule as `overdueDaysOf`, on rows; every row is on one side. */
export function overdueIs(overdue: boolean, alias: string, today: string): Condition {
  const { state, dueOn } = { state: `${alias}.state`, dueOn: `${alias}.dueOn` };
  return overdue
    ? condition(`(${dueOn} < ? AND ${state} IN (?))`, today, OPEN)
    : condition(`(${dueOn} IS NULL OR ${dueOn} >= ? OR ${state} IS NULL OR ${state} NOT IN (?))`, today, OPEN);
}
