// The 25 questions of the demonstration, on our executor and on Apollo's: the same answers to the letter.
import { demonstrationRows } from '../../subgraphs/demonstration/demonstration-rows';
import { dayAt } from '../../subgraphs/kit/clock';
import { comparable, QUESTIONS } from '../end-to-end/questions/questions';
import { operation, type RunningDemonstration, runDemonstration } from '../kit/run-demonstration';

let ours: RunningDemonstration;
let apollos: RunningDemonstration;

/** Two demonstrations of eleven shards each, on a machine that may do other things. */
const SLOW_START_MS = 240_000;

beforeAll(async () => {
  const rows = demonstrationRows(dayAt(new Date()));
  ours = await runDemonstration({ rows, config: { executor: 'lianxi' } });
  apollos = await runDemonstration({ rows, config: { executor: 'apollo' } });
}, SLOW_START_MS);

afterAll(() => Promise.all([ours?.stop(), apollos?.stop()]));

test.each(QUESTIONS)('$name', async ({ name }) => {
  const [answer, expected] = await Promise.all([ours.ask(operation(name)), apollos.ask(operation(name))]);
  expect(answer.errors).toEqual(expected.errors);
  expect(answer.extensions).toEqual(expected.extensions);
  expect(comparable(answer.data)).toEqual(comparable(expected.data));
});
