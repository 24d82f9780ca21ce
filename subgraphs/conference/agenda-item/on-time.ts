// Whether an agenda item was proposed on time: on or before the day by which its meeting takes agenda items.
import { dayAt } from '../../kit/clock';
import { condition, type Condition } from '../../kit/sql/condition';

/** Null when there is no meeting or no such day. `proposedAt` is a stored time, the day is one in Asia/Shanghai. */
export function isOnTime(proposedAt: string | null, agendaDueOn: string | null | undefined): boolean | null {
  if (proposedAt === null || agendaDueOn == null) return null;
  return dayAt(new Date(proposedAt)) <= agendaDueOn;
}

/** A day ends in Asia/Shanghai at this time of the same day in UTC. */
const END_OF_DAY = '16:00:00.000Z';

/** The rows that are on time, or late; those of which nothing is known are neither. The same law in SQL. */
export function whereOnTime(onTime: boolean, alias: string): Condition {
  const day = `SUBSTR(${alias}.proposedAt, 1, 10)`;
  const inTime = `(${day} < m.agendaDueOn OR (${day} = m.agendaDueOn AND SUBSTR(${alias}.proposedAt, 12) < ?))`;
  return condition(
    `EXISTS (SELECT 1 FROM conference_meeting m WHERE m.id = ${alias}.meetingId AND m.agendaDueOn IS NOT NULL AND ${onTime ? inTime : `NOT ${inTime}`})`,
    END_OF_DAY,
  );
}
