// The days of spreadsheets: a count of days, with the time of day behind the point.

const DAY_MS = 86_400_000;
/** So that 61 is 1 March 1900: Excel believes in a 29 February of that year. */
const EPOCH = Date.UTC(1899, 11, 30);
const SHIFT_OF_1904 = 1_462;
const MINUTES_OF_DAY = 1_440;

/** `2026-03-05`, or `2026-03-05 14:00` where there is a time; local, as it stands in the sheet. */
export function serialToText(serial: number, { since1904 = false } = {}): string {
  const minutes = Math.round((serial + (since1904 ? SHIFT_OF_1904 : 0)) * MINUTES_OF_DAY);
  const at = new Date(EPOCH + minutes * (DAY_MS / MINUTES_OF_DAY));
  if (Number.isNaN(at.getTime()) || serial < 0) return String(serial);
  const [day, time] = [at.toISOString().slice(0, 10), at.toISOString().slice(11, 16)];
  return minutes % MINUTES_OF_DAY === 0 ? day : `${day} ${time}`;
}
