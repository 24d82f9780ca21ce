// Recorded use: how often which operation of which client used what, as a gateway reports it. No variables, no values.
import { refuse } from '../../../schema/codes';
import { USE_BOUNDS, type UseCount, type UseReport } from '../../usage/use-count';
import type { RegistryGround } from './registry-ground';
import { usageDay } from './usage-day';

/** Kept longer than any setting of `usageDays` that makes sense, and no longer. */
const KEEP_DAYS = 400;
/** A gateway sends a report again every minute until it is taken. */
const KEEP_REPORT_DAYS = 30;

/** A report that was taken before is not counted again. */
export async function recordUse({ store, now }: RegistryGround, { id, counts }: UseReport): Promise<void> {
  if (counts.length > USE_BOUNDS.counts) throw badReport(`1 … ${USE_BOUNDS.counts}`);
  if (!counts.every(isSound)) throw badReport('{ day, client, operation, coordinate, count }');
  if (counts.length === 0) return;
  await store.change(async (book) => {
    if (!(await book.takeReport(id, usageDay(now(), 0)))) return;
    await book.addUse(counts);
    await book.dropUseBefore(usageDay(now(), KEEP_DAYS));
    await book.dropReportsBefore(usageDay(now(), KEEP_REPORT_DAYS));
  });
}

function isSound({ day, client, operation, coordinate, count }: UseCount): boolean {
  const texts = typeof client === 'string' && typeof operation === 'string' && typeof coordinate === 'string';
  if (!texts || typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  if ([client, operation].some(({ length }) => length > USE_BOUNDS.name)) return false;
  if (coordinate.length > USE_BOUNDS.coordinate) return false;
  return Number.isSafeInteger(count) && count > 0 && count <= USE_BOUNDS.count;
}

function badReport(expected: string) {
  return refuse('TOO_MANY', {
    zh: `使用情况的报告格式不对；应为 ${expected}。`,
    en: `The report of use is out of bounds; expected ${expected}.`,
  });
}
