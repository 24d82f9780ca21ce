// The public calendar as a shard keeps it, whoever entered it: opening times are decided where the resource is.
import { Column, Entity, In, PrimaryColumn, type EntityManager } from 'typeorm';
import type { Followed } from '../../kit/follow-graph';
import type { CalendarDay } from './calendar-day';

@Entity('sharing_kept_calendar')
export class KeptCalendarDay {
  @PrimaryColumn({ type: 'varchar', length: 10 })
  day!: string;

  @Column({ type: 'varchar', length: 40 })
  kind!: CalendarDay['kind'];

  @Column({ type: 'int', nullable: true })
  asWeekday!: number | null;
}

type Entry = Pick<CalendarDay, 'day' | 'kind' | 'asWeekday'>;

export async function keepCalendarDay(
  manager: EntityManager,
  { day, kind, asWeekday }: Entry,
): Promise<void> {
  await manager.delete(KeptCalendarDay, { day });
  await manager.insert(KeptCalendarDay, { day, kind, asWeekday: asWeekday ?? null });
}

/** The days among these that differ from the week. */
export async function readCalendar(
  manager: EntityManager,
  days: readonly string[],
): Promise<Map<string, KeptCalendarDay>> {
  const kept = await manager.findBy(KeptCalendarDay, { day: In([...days]) });
  return new Map(kept.map((each) => [each.day, each]));
}

interface Told {
  calendarDays: { edges: { node: Entry }[] };
}

/** Entries are never taken away, only corrected, so that what could not be asked stays as it was. */
export const followedCalendar: Followed = {
  query: '{ calendarDays(last: 500) { edges { node { day kind asWeekday } } } }',
  keep: async (manager, data) => {
    for (const { node } of (data as Told).calendarDays.edges) await keepCalendarDay(manager, node);
  },
};
