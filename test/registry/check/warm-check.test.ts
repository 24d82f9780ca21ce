// A check that reuses what it built before says the same, to the byte, as one that begins with nothing; and an operation that it leaves out is planned as before.
import { composeServices } from '@apollo/composition';
import { operationFromDocument } from '@apollo/federation-internals';
import fc from 'fast-check';
import { buildASTSchema, parse, validate } from 'graphql';
import type { CheckInput, ComposedGraph, KnownOperation } from '../../../gateway/registry/check/check-input';
import { type CheckResult, checkPublication } from '../../../gateway/registry/check/check-publication';
import { readSupergraphText } from '../../../gateway/registry/check/read-graph-text';
import { buildGraph } from '../../../gateway/planning/build-graph';
import { differenceOf } from '../../../gateway/planning/carry/graph-difference';
import { isTouched, reachOf } from '../../../gateway/planning/carry/operation-reach';
import type { SubgraphPublication } from '../../../gateway/registry/publication';
import { CURRENT, baseInput } from './kit/check-case';
import { NAMES, randomPublications } from './kit/random-subgraph';

const SEED = Number(process.env.LIANXI_SEED ?? 20_261_122);
const LIBRARIES = [
  'graphql',
  '@apollo/composition',
  '@apollo/federation-internals',
  '@apollo/query-graphs',
  '@apollo/query-planner',
  '@apollo/subgraph',
];

const operations: KnownOperation[] = [
  { name: 'Rooms', document: 'query Rooms { resources(state: LISTED) { id name owner { name kind } } }' },
  {
    name: 'Offers',
    document: 'query Offers { offers { ... on Need { title } ... on SharedResource { capacity } } }',
  },
  { name: 'Seats', document: 'query Seats { classesRooms { id seats } }' },
  ...NAMES.map((name) => ({ name, document: `query ${name} { ${name}All { id one } }` })),
];

test('a warm check is a cold check', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(randomPublications, (publications) => {
      eachStep(publications, (input, warm) => {
        expect(warm).toEqual(checkCold(input));
        if (warm.composed) expect(warm.composed.supergraphSdl).toBe(composedAnew(input));
        seen.add(warm.verdict.outcome);
      });
    }),
    { seed: SEED, numRuns: 4 },
  );
  expect([...seen].sort()).toEqual(['ACCEPTED', 'NEEDS_APPROVAL', 'REFUSED']);
}, 120_000);

test('an operation that a change does not touch is valid and planned as before', () => {
  let untouched = 0;
  fc.assert(
    fc.property(randomPublications, (publications) => {
      eachStep(publications, ({ composed: before }, { composed: after }) => {
        if (before && after) untouched += comparePlans(before, after);
      });
    }),
    { seed: SEED, numRuns: 12 },
  );
  expect(untouched).toBeGreaterThan(30);
}, 120_000);

/** Whatever somebody may approve is approved. */
function eachStep(
  publications: SubgraphPublication[],
  look: (input: CheckInput, result: CheckResult) => void,
): void {
  let current = CURRENT;
  let composed: ComposedGraph | undefined;
  for (const publication of publications) {
    const change = { kind: 'publish', publication } as const;
    const input: CheckInput = { ...baseInput(), operations, current, change, composed };
    const result = checkPublication(input);
    look(input, result);
    if (!result.composed) continue;
    current = [...current.filter(({ name }) => name !== publication.name), publication];
    if (input.current.some(({ name }) => name === publication.name))
      current = input.current.map((it) => (it.name === publication.name ? publication : it));
    composed = result.composed;
  }
}

/** In modules of its own, which have built nothing yet; the libraries keep nothing, and take seconds to load. */
function checkCold(input: CheckInput): CheckResult {
  let result: CheckResult;
  jest.isolateModules(() => {
    for (const library of LIBRARIES) jest.doMock(library, () => jest.requireActual(library));
    const cold = require('../../../gateway/registry/check/check-publication') as {
      checkPublication: typeof checkPublication;
    };
    result = cold.checkPublication(input);
  });
  return result!;
}

/** By Apollo's own hand. */
function composedAnew({ current, change }: CheckInput): string {
  if (change.kind !== 'publish') throw new Error('Only publications are composed anew here.');
  const { publication } = change;
  const isKnown = current.some(({ name }) => name === publication.name);
  const all = isKnown
    ? current.map((it) => (it.name === publication.name ? publication : it))
    : [...current, publication];
  const services = all.map(({ name, url = `lianxi:${name}`, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  return composeServices(services).supergraphSdl!;
}

/** How many of the operations are not touched. */
function comparePlans(before: ComposedGraph, after: ComposedGraph): number {
  const schema = buildASTSchema(parse(before.apiSdl));
  const texts = [before, after].map(({ supergraphSdl }) => readSupergraphText(supergraphSdl).graph);
  const difference = differenceOf(texts[0]!, texts[1]!);
  const graphs = [before, after].map(({ plannableSdl }) =>
    buildGraph({ kind: 'supergraph', sdl: plannableSdl }),
  );
  const untouched = operations.filter(
    ({ document }) => !isTouched(reachOf(schema, texts[0]!, parse(document)), difference),
  );
  for (const { document } of untouched) {
    const [was, is] = graphs.map((graph) => outcomeOf(graph, document));
    expect(is).toEqual(was);
  }
  return untouched.length;
}

function outcomeOf({ schema, supergraph }: ReturnType<typeof buildGraph>, document: string): string[] {
  const faults = validate(schema, parse(document)).map(({ message }) => message);
  if (faults.length > 0) return faults;
  const operation = operationFromDocument(supergraph!.api, parse(document));
  return [JSON.stringify(supergraph!.planner.buildQueryPlan(operation))];
}
