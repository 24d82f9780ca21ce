import { missingOf } from '../../../subgraphs/cobuilding/joint-activity/unmet';
import { unexplainedAmount } from '../../../subgraphs/cobuilding/joint-project/unexplained-amount';
import { MoneyAmount } from '../../../subgraphs/kit/noun/money-amount';

test.each([
  [10, 0, 10],
  [10, 7, 3],
  [10, 10, 0],
  [10, 12, 0],
])('needed %i, settled %i: %i missing', (quantityNeeded, quantityMet, missing) => {
  expect(missingOf({ quantityNeeded, quantityMet })).toBe(missing);
});

describe('what no part of a project accounts for', () => {
  test('471,500 yuan of which the parts state 216,000 leaves 255,500', () => {
    expect(unexplainedAmount(MoneyAmount.of('47150000'), { count: 6, knownFen: '21600000' })?.fen).toBe('25550000');
  });

  test('is exact beyond 2^53', () => {
    expect(unexplainedAmount(MoneyAmount.of('900719925474099301'), { count: 1, knownFen: '900719925474099300' })?.fen).toBe('1');
  });

  test.each([
    ['a project without parts', MoneyAmount.of('100'), 0],
    ['a masked whole', MoneyAmount.masked(), 2],
    ['a whole without a figure', MoneyAmount.unstated(), 2],
  ])('is not known of %s', (_, whole, count) => {
    expect(unexplainedAmount(whole, { count, knownFen: '0' })).toBeNull();
  });
});
