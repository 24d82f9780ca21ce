// Days of recorded use, as they are counted in Shanghai.
import { SHANGHAI_OFFSET_MS } from '../../../schema/shanghai-time';

const DAY_MS = 86_400_000;

/** The first day that counts when the last `days` days do, as `YYYY-MM-DD`. */
export function usageDay(now: Date, days: number): string {
  return new Date(now.getTime() + SHANGHAI_OFFSET_MS - days * DAY_MS).toISOString().slice(0, 10);
}
