// What is logged of entities that subgraphs do not have: a line a minute, which leaves nothing out.
import { createAbsentLog } from '../../gateway/execution/log-absent';

test('at most a line a minute for each subgraph, with all that came since', () => {
  const lines: object[] = [];
  let now = 0;
  const onAbsent = createAbsentLog({ info: (line: object) => void lines.push(line) }, () => now);
  onAbsent('people', 10, 10);
  onAbsent('letters', 3, 1);
  expect(lines.splice(0)).toEqual([
    { subgraph: 'people', asked: 10, absent: 10 },
    { subgraph: 'letters', asked: 3, absent: 1 },
  ]);
  now = 59_999;
  onAbsent('people', 2, 1);
  expect(lines).toEqual([]);
  now = 60_000;
  onAbsent('people', 5, 5);
  expect(lines).toEqual([{ subgraph: 'people', asked: 7, absent: 6 }]);
});
