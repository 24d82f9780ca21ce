// What an activity still lacks: derived from what it needs and what it has.
import { condition, type Condition } from '../../kit/sql/condition';

export interface Quantities {
  quantityNeeded: number;
  quantityMet: number;
}

/** Zero when it has all that it needs, or more. */
export function missingOf({ quantityNeeded, quantityMet }: Quantities): number {
  return Math.max(0, quantityNeeded - quantityMet);
}

/** The same rule as `missingOf`, on rows of requirements. */
export function unmetIs(unmet: boolean, alias: string): Condition {
  return condition(`${alias}.quantityMet ${unmet ? '<' : '>='} ${alias}.quantityNeeded`);
}

/** Activities that lack something, on rows of activities. */
export function lackingIs(lacking: boolean, alias: string): Condition {
  const unmet = `SELECT 1 FROM cobuilding_activity_requirement r WHERE r.activityId = ${alias}.id AND r.quantityMet < r.quantityNeeded`;
  return condition(`${lacking ? '' : 'NOT '}EXISTS (${unmet})`);
}
