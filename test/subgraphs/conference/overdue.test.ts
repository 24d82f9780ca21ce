import { overdueDays } from '../../../subgraphs/conference/overdue';

const TODAY = '2026-11-23';
const SETTLED = ['CONFIRMED', 'CANCELLED'];

test.each([
  ['due yesterday and open', '2026-11-22', 'IN_PROGRESS', 1],
  ['due a year ago', '2025-11-23', 'ASSIGNED', 365],
  ['submitted is not yet confirmed', '2026-11-20', 'SUBMITTED', 3],
  ['due today is in time', TODAY, 'ASSIGNED', null],
  ['due later', '2026-11-24', 'ASSIGNED', null],
  ['without a day', null, 'ASSIGNED', null],
  ['confirmed', '2026-01-01', 'CONFIRMED', null],
  ['cancelled', '2026-01-01', 'CANCELLED', null],
])('%s', (_, dueOn, state, days) => {
  expect(overdueDays({ dueOn, state }, SETTLED, TODAY)).toBe(days);
});
