// Days and times in Asia/Shanghai.
import {
  addDays,
  dayAt,
  daysBetween,
  isDay,
  isTime,
  startOfDay,
  weekdayOf,
} from '../../../subgraphs/kit/clock';
import { toShanghaiText } from '../../../schema/shanghai-time';
import { daysOf, Period } from '../../../subgraphs/kit/period';
import { readDayRange, readTimeRange } from '../../../subgraphs/kit/ranges';

test.each([
  ['2026-02-28', true],
  ['2026-02-30', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
])('%s is a day: %s', (text, expected) => expect(isDay(text)).toBe(expected));

test.each([
  ['2026-11-23T09:00:00+08:00', true],
  ['2026-11-23T09:00:00Z', true],
  ['2026-11-23T09:00:00', false],
  ['2026-02-30T09:00:00Z', false],
  ['2026-11-23', false],
])('%s is a time: %s', (text, expected) => expect(isTime(text)).toBe(expected));

test('a day begins in Shanghai eight hours before it begins in UTC', () => {
  expect(dayAt(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
  expect(dayAt(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
  expect(startOfDay('2026-11-23')).toBe('2026-11-22T16:00:00.000Z');
  expect(toShanghaiText('2026-11-22T16:00:00.000Z')).toBe('2026-11-23T00:00:00+08:00');
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysBetween('2026-11-22', '2027-01-01')).toBe(40);
  expect(weekdayOf('2026-11-22')).toBe(7);
});

test.each([
  [Period.THIS_WEEK, '2026-11-16', '2026-11-22'],
  [Period.NEXT_WEEK, '2026-11-23', '2026-11-29'],
  [Period.LAST_QUARTER, '2026-07-01', '2026-09-30'],
  [Period.NEXT_MONTH, '2026-12-01', '2026-12-31'],
  [Period.LAST_YEAR, '2025-01-01', '2025-12-31'],
])('%s on Sunday 22 November 2026', (period, from, to) =>
  expect(daysOf(period, '2026-11-22')).toEqual({ from, to }),
);

test('the last quarter of January lies in the year before', () => {
  expect(daysOf(Period.LAST_QUARTER, '2026-01-15')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
});

test('an offset of zero days is today, and does not go with a period', () => {
  expect(readDayRange({ toOffset: 0 }, '2026-11-22')).toEqual({ from: undefined, to: '2026-11-22' });
  expect(() => readDayRange({ period: Period.TODAY, toOffset: 0 }, '2026-11-22')).toThrow('together');
  expect(() => readDayRange({ from: '2026-11-23', to: '2026-11-22' }, '2026-11-22')).toThrow(
    'before the start',
  );
});

test('a period of times ends where the next day begins', () => {
  expect(readTimeRange({ period: Period.TODAY }, '2026-11-22')).toEqual({
    from: '2026-11-21T16:00:00.000Z',
    to: '2026-11-22T16:00:00.000Z',
  });
});
