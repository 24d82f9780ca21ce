import { isOnTime } from '../../../subgraphs/conference/agenda-item/on-time';

const DUE = '2026-11-23';

test.each([
  ['days before', '2026-11-01T02:00:00.000Z', true],
  ['the last millisecond of the day in Shanghai', '2026-11-23T15:59:59.999Z', true],
  ['midnight in Shanghai, still the same day in UTC', '2026-11-23T16:00:00.000Z', false],
  ['the first instant of the day in Shanghai, the day before in UTC', '2026-11-22T16:00:00.000Z', true],
  ['the day after', '2026-11-24T02:00:00.000Z', false],
])('%s', (_, proposedAt, onTime) => {
  expect(isOnTime(proposedAt, DUE)).toBe(onTime);
});

test('nothing is said without a deadline or a time', () => {
  expect(isOnTime('2026-11-01T02:00:00.000Z', null)).toBeNull();
  expect(isOnTime('2026-11-01T02:00:00.000Z', undefined)).toBeNull();
  expect(isOnTime(null, DUE)).toBeNull();
});
