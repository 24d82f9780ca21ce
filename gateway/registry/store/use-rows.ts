// Recorded use as rows: counts a day, added up; never a variable, never a value.
import type { EntityManager } from 'typeorm';
import { In, LessThan } from 'typeorm';
import type { RecordedUse } from '../check/check-input';
import type { UseCount } from '../../usage/use-count';
import { UseReportRow, UseRow } from './rows';
import { hashText } from './text-store';

/** Below the number of parameters that every database takes. */
const CHUNK = 200;
const INT = 2_147_483_647;

export async function addUse(manager: EntityManager, counts: UseCount[]): Promise<void> {
  const added = sumUp(counts);
  for (let start = 0; start < added.length; start += CHUNK) {
    const rows = added.slice(start, start + CHUNK);
    const known = await holdRows(
      manager,
      rows.map(({ id }) => id),
    );
    const before = new Map(known.map(({ id, count }) => [id, count]));
    const summed = rows.map((row) => ({
      ...row,
      count: Math.min(INT, row.count + (before.get(row.id) ?? 0)),
    }));
    await manager.upsert(UseRow, summed, ['id']);
  }
}

/** Gateways report at the same time: what another adds meanwhile would be written over. A SQLite file has one writer anyway. */
function holdRows(manager: EntityManager, ids: string[]): Promise<UseRow[]> {
  const rows = manager.createQueryBuilder(UseRow, 't').where({ id: In(ids) });
  if (manager.connection.options.type !== 'better-sqlite3') rows.setLock('pessimistic_write');
  return rows.getMany();
}

/** In one order, so that two reports seldom wait for each other. */
function sumUp(counts: UseCount[]): UseRow[] {
  const rows = new Map<string, UseRow>();
  for (const { day, client, operation, coordinate, count } of counts) {
    const id = hashText(JSON.stringify([day, client, operation, coordinate]));
    const row = rows.get(id) ?? { id, day, client, operation, coordinate, count: 0 };
    rows.set(id, { ...row, count: Math.min(INT, row.count + count) });
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function usageSince(manager: EntityManager, day: string): Promise<RecordedUse[]> {
  const rows = await manager
    .createQueryBuilder(UseRow, 't')
    .select(['t.client AS client', 't.operation AS operation', 't.coordinate AS coordinate'])
    .addSelect('SUM(t.count)', 'total')
    .where('t.day >= :day', { day })
    .groupBy('t.client')
    .addGroupBy('t.operation')
    .addGroupBy('t.coordinate')
    .getRawMany<Omit<RecordedUse, 'count'> & { total: number | string }>();
  return rows.map(({ client, operation, coordinate, total }) => ({
    client,
    operation,
    coordinate,
    count: Number(total),
  }));
}

export async function dropUseBefore(manager: EntityManager, day: string): Promise<void> {
  await manager.delete(UseRow, { day: LessThan(day) });
}

/** False, and nothing is written, when it was taken before. One that is taken elsewhere at this moment is tried again, and then known. */
export async function takeReport(manager: EntityManager, id: string, day: string): Promise<boolean> {
  if (await manager.existsBy(UseReportRow, { id })) return false;
  await manager.insert(UseReportRow, { id, day });
  return true;
}

export async function dropReportsBefore(manager: EntityManager, day: string): Promise<void> {
  await manager.delete(UseReportRow, { day: LessThan(day) });
}
