// How answers show a time: in Asia/Shanghai, with its offset.

/** China has had one offset and no summer time since 1992, so the offset is a constant. */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** An instant as RFC 3339: `2026-11-23T09:00:00+08:00`, with milliseconds only where there are any. */
export function toShanghaiText(instant: string | Date): string {
  const local = new Date(new Date(instant).getTime() + SHANGHAI_OFFSET_MS).toISOString();
  return `${local.slice(0, 19)}${local.slice(20, 23) === '000' ? '' : local.slice(19, 23)}+08:00`;
}
