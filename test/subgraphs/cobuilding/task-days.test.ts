import { overdueDaysOf, submittedInTime, type TaskDays, waitingDaysOf } from '../../../subgraphs/cobuilding/agreement-task/overdue';

const TODAY = '2026-11-23';
const task = (facts: Partial<TaskDays>): TaskDays => ({ state: 'IN_PROGRESS', dueOn: null, submittedAt: null, ...facts });

describe('days overdue', () => {
  test.each<[string, Partial<TaskDays>, number | null]>([
    ['due yesterday', { dueOn: '2026-11-22' }, 1],
    ['due a year ago', { dueOn: '2025-11-23' }, 365],
    ['due today is in time', { dueOn: TODAY }, null],
    ['due later', { dueOn: '2027-01-01' }, null],
    ['without a due day', {}, null],
    ['submitted is not yet confirmed', { dueOn: '2026-11-20', state: 'SUBMITTED' }, 3],
    ['returned', { dueOn: '2026-11-20', state: 'RETURNED' }, 3],
    ['confirmed', { dueOn: '2026-11-20', state: 'CONFIRMED' }, null],
    ['cancelled', { dueOn: '2026-11-20', state: 'CANCELLED' }, null],
    ['a state that nobody stated is no fault', { dueOn: '2026-11-20', state: null }, null],
  ])('%s', (_, facts, days) => {
    expect(overdueDaysOf(task(facts), TODAY)).toBe(days);
  });
});

describe('days of waiting to be confirmed', () => {
  test.each<[string, Partial<TaskDays>, number | null]>([
    ['submitted today', { state: 'SUBMITTED', submittedAt: '2026-11-23T02:00:00.000Z' }, 0],
    ['submitted after midnight in Shanghai, before it in UTC', { state: 'SUBMITTED', submittedAt: '2026-11-22T16:00:00.000Z' }, 0],
    ['submitted just before that midnight', { state: 'SUBMITTED', submittedAt: '2026-11-22T15:59:59.000Z' }, 1],
    ['confirmed waits no more', { state: 'CONFIRMED', submittedAt: '2026-11-01T00:00:00.000Z' }, null],
    ['never submitted', { state: 'SUBMITTED' }, null],
  ])('%s', (_, facts, days) => {
    expect(waitingDaysOf(task(facts), TODAY)).toBe(days);
  });
});

test.each<[string, Partial<TaskDays>, boolean | null]>([
  ['on the due day in Shanghai', { dueOn: '2026-11-22', submittedAt: '2026-11-22T15:59:59.000Z' }, true],
  ['a second later', { dueOn: '2026-11-22', submittedAt: '2026-11-22T16:00:00.000Z' }, false],
  ['not submitted', { dueOn: '2026-11-22' }, null],
  ['no due day', { submittedAt: '2026-11-22T16:00:00.000Z' }, null],
])('submitted in time: %s', (_, facts, inTime) => {
  expect(submittedInTime(task(facts))).toBe(inTime);
});
