import { isCurrent } from '../../../subgraphs/conference/conference-membership/current';

const TODAY = '2026-11-23';

test.each([
  ['without days', null, null, true],
  ['joined today', TODAY, null, true],
  ['joins tomorrow', '2026-11-24', null, false],
  ['leaves tomorrow', null, '2026-11-24', true],
  ['left today', null, TODAY, false],
  ['left before', '2025-01-01', '2026-01-01', false],
])('%s', (_, joinedOn, leftOn, current) => {
  expect(isCurrent({ joinedOn, leftOn }, TODAY)).toBe(current);
});
