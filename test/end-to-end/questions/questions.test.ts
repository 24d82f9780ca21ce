// Asks the 25 questions of the running demonstration and checks every answer against a model over the raw rows.
import { operation, runDemonstration, type RunningDemonstration } from '../../kit/run-demonstration';
import { SHARDS } from '../../../subgraphs/demonstration/topology';
import { comparable, QUESTIONS } from './questions';
import { readWorld } from './read-world';
import type { World } from './world';

let demonstration: RunningDemonstration;
let world: World;

beforeAll(async () => {
  demonstration = await runDemonstration();
  world = await readWorld(demonstration, SHARDS);
});

afterAll(() => demonstration?.stop());

test.each(QUESTIONS)('$name', async ({ name, model }) => {
  const { data, errors } = await demonstration.ask(operation(name));
  expect(errors).toBeUndefined();
  expect(comparable(data)).toEqual(model(world));
});
