// A year of a joint conference through the public graph, against the model: the short form of `npm run year`.
import { buildSchema, isEnumType, isObjectType, type GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../subgraphs/kit/contract-files';
import { sqlite } from '../kit/test-databases';
import { ACTIONS, namedRule, TYPES } from './model/take';
import { playYear, type YearReport } from './year/play-year';

const CONTRACTS = ['sharing', 'conference', 'cobuilding'];

/** What is done with messages, not with nouns. */
const OF_OUTBOXES = ['resendOutboxMessage', 'settleOutboxMessage'];

/** The contract without what only a federation knows. */
function schemaOf(contract: string): GraphQLSchema {
  const sdl = readFileSync(join(projectRoot(), 'schema', `${contract}.graphql`), 'utf8');
  return buildSchema(sdl, { assumeValid: true, assumeValidSDL: true });
}

test.each(CONTRACTS)('the model knows every mutation and every state of %s', (contract) => {
  const schema = schemaOf(contract);
  const mutations = Object.keys(schema.getMutationType()!.getFields()).filter(
    (name) => !OF_OUTBOXES.includes(name),
  );
  expect(mutations.sort()).toEqual(
    ACTIONS.filter((name) => namedRule(name).type.contract === contract).sort(),
  );
  for (const [name, { contract: of, states }] of Object.entries(TYPES)) {
    const type = schema.getType(name);
    if (of !== contract || !isObjectType(type)) continue;
    const state = type.getFields().state?.type;
    const named = state && 'ofType' in state ? state.ofType : state;
    const values = isEnumType(named) ? named.getValues().map(({ value }) => value as string) : undefined;
    expect([name, values?.sort()]).toEqual([name, states && [...states].sort()]);
  }
});

describe('a year through the public graph', () => {
  let report: YearReport;
  beforeAll(async () => {
    report = await playYear(sqlite, { everyRow: false });
  }, 900_000);

  test('every machine passes through every state, by every step from every state that allows it', () => {
    expect(report.notTaken).toEqual([]);
    for (const { machine, states, transitions } of report.tallies)
      expect([machine, states[0], transitions[0]]).toEqual([machine, states[1], transitions[1]]);
  });

  test('every step is refused from every state that does not allow it, with the states that would', () => {
    expect(report.tallies.flatMap(({ missing }) => missing)).toEqual([]);
    expect(report.counts.refused).toBeGreaterThan(800);
  });

  test('the end state is that of the model, row by row and step by step', () => {
    expect(report.comparison.differences).toEqual([]);
    expect(report.comparison.rows).toBeGreaterThan(200);
  });

  test('nothing is left in an outbox, every audit is whole, and what was sent twice was done once', () => {
    expect(report.faults).toEqual([]);
    expect(report.counts.replayed).toBe(report.counts.taken);
  });
});
