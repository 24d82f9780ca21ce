// When something is overdue: its day has passed in Asia/Shanghai and nobody has confirmed it. Never stored.
import { daysBetween } from '../kit/clock';
import { condition, type Condition } from '../kit/sql/condition';

/** Something that is due on a day, and the state it is in. */
export interface Due {
  dueOn: string | null;
  state: string;
}

/** Whole days since the due day; null for what is not overdue. `settled` are the states that end the matter. */
export function overdueDays({ dueOn, state }: Due, settled: readonly string[], today: string): number | null {
  if (dueOn === null || dueOn >= today || settled.includes(state)) return null;
  return daysBetween(dueOn, today);
}

/** The rows that are overdue, or those that are not. The same law in SQL. */
export function isOverdue(
  overdue: boolean,
  alias: string,
  settled: readonly string[],
  today: string,
): Condition {
  if (overdue) return condition(`(${alias}.dueOn < ? AND ${alias}.state NOT IN (?))`, today, settled);
  return condition(
    `(${alias}.dueOn IS NULL OR ${alias}.dueOn >= ? OR ${alias}.state IN (?))`,
    today,
    settled,
  );
}
