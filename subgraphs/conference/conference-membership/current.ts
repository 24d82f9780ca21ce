// Whether a membership holds on a day: from the day of joining until the day before leaving.
import { condition, type Condition } from '../../kit/sql/condition';

/** An absent end is open. */
export interface Membership {
  joinedOn: string | null;
  leftOn: string | null;
}

export function isCurrent({ joinedOn, leftOn }: Membership, today: string): boolean {
  return (joinedOn === null || joinedOn <= today) && (leftOn === null || leftOn > today);
}

/** The rows that hold today, or those that do not. The same law in SQL. */
export function whereCurrent(current: boolean, alias: string, today: string): Condition {
  if (current)
    return condition(
      `((${alias}.joinedOn IS NULL OR ${alias}.joinedOn <= ?) AND (${alias}.leftOn IS NULL OR ${alias}.leftOn > ?))`,
      today,
      today,
    );
  return condition(`(${alias}.joinedOn > ? OR ${alias}.leftOn <= ?)`, today, today);
}
