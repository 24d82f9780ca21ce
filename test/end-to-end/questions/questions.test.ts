// Asks the 25 questions of the running demonstration and checks every answer against a model over the raw rows.
import {
  operation,
  runDemonstration,
  TOGETHER,
  type RunningDemonstration,
} from '../../kit/run-demonstration';
import { SHARDS } from '../../../subgraphs/demonstration/topology';
import { changeRows } from './change-rows';
import { comparable, QUESTIONS } from './questions';
import { readWorld } from './read-world';
import type { World } from './world';

test('there are 25, each with a model', () => {
  expect(QUESTIONS.map(({ name }) => name.slice(0, 3))).toEqual(
    Array.from({ length: 25 }, (_, i) => `q${String(i + 1).padStart(2, '0')}`),
  );
  expect(QUESTIONS.filter(({ model }) => !model)).toEqual([]);
});

describe('many shards', () => {
  let demonstration: RunningDemonstration;
  let before: World;
  let after: World;

  beforeAll(async () => {
    demonstration = await runDemonstration();
    before = await readWorld(demonstration, SHARDS);
  });

  afterAll(() => demonstration?.stop());

  test.each(QUESTIONS)('$name', async ({ name, model }) => {
    const { data, errors } = await demonstration.ask(operation(name));
    expect(errors).toBeUndefined();
    expect(comparable(data)).toEqual(model(before));
    expect(hasRows(data)).toBe(true);
  });

  describe('rows are inserted, changed and deleted', () => {
    beforeAll(async () => {
      await changeRows(demonstration, before);
      after = await readWorld(demonstration, SHARDS);
    });

    test.each(QUESTIONS)('$name', async ({ name, model }) => {
      const { data, errors } = await demonstration.ask(operation(name));
      expect(errors).toBeUndefined();
      expect(comparable(data)).toEqual(model(after));
      expect(model(after)).not.toEqual(model(before));
    });
  });
});

describe('all rows in one database', () => {
  let demonstration: RunningDemonstration;
  let world: World;

  beforeAll(async () => {
    demonstration = await runDemonstration({ shards: TOGETHER });
    world = await readWorld(demonstration, SHARDS);
  });

  afterAll(() => demonstration?.stop());

  test.each(QUESTIONS)('$name', async ({ name, model }) => {
    const { data, errors } = await demonstration.ask(operation(name));
    expect(errors).toBeUndefined();
    expect(withoutCoverage(comparable(data))).toEqual(withoutCoverage(model(world)));
  });
});

/** The answer shows something. In January this year’s absences may be none, though those of the last meeting are shown. */
function hasRows(data: Record<string, { edges?: unknown[]; groups?: unknown[] }>): boolean {
  return Object.values(data).some(({ edges, groups }) => (edges ?? groups ?? []).length > 0);
}

/** More homes speak each contract where one shard serves all. */
function withoutCoverage(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) =>
    key === 'coverage' ? undefined : value,
  );
}
