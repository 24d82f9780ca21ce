// Each repair of the oracle is needed: without it Apollo differs in the case that found it, with it there is no difference.
import { type Oracle, createOracle } from './kit/apollo-oracle';
import { REPAIRS } from './kit/apollo-repairs';
import { type Arena, compareOn, openArena } from './kit/compare-executors';

interface FoundCase {
  world: number;
  faultSeed: number;
  text: string;
  variables?: Record<string, unknown>;
}

/** As fast-check shrunk them. */
const FOUND: Record<string, FoundCase> = {
  'lists of lists are merged': { world: 4, faultSeed: 0, text: '{ hub { a0 } hub { b0 } }' },
  'a null wipes out nothing': {
    world: 7,
    faultSeed: 3,
    text: '{ hub { b0 { __typename } } hub { c0 { __typename } } }',
  },
  'a representation holds lists of lists': { world: 3, faultSeed: 0, text: 'mutation { setc(i: 2) { qa } }' },
  'an interface object tells no type': { world: 1, faultSeed: 0, text: '{ oneaE1 { __typename rating } }' },
  'an object without a type is told': {
    world: 22,
    faultSeed: 0,
    text: 'query($n: Int) { onebE2(i: $n) { f1 { __typename } } }',
    variables: { n: 1 },
  },
  "an entity's error stands at the entity": {
    world: 1,
    faultSeed: 21,
    text: '{ allbMedia { ... on E1 { score } } }',
  },
  "an error's path has the client's names": {
    world: 13,
    faultSeed: 55,
    text: '{ onebMedia(i: null) { ... on E0 { mix } ... on E1 { mix } } }',
  },
  'a fragment widens no type': {
    world: 17,
    faultSeed: 0,
    text: '{ oneaE0 { ... on Thing { ... on E0 { mix } ... on E1 { mix } } } }',
  },
  'false, 0 and the empty text are renamed': {
    world: 9,
    faultSeed: 0,
    text: '{ onecE0 { paE0 { mates { ... on E0 { mix } ... on E1 { mix } } } } }',
  },
  "the object's own field says its type": {
    world: 14,
    faultSeed: 0,
    text: '{ onecPick { ... on Thing { pal { pal { ... on E0 { mix { w inner { n } } } } } } } }',
  },
};

test('there is a case for each repair', () => {
  const names = REPAIRS.map(({ name }) => name.replace(/ \(.*/, ''));
  expect(Object.keys(FOUND).sort()).toEqual([...new Set(names)].sort());
});

test.each(Object.entries(FOUND))('%s', async (name, { world, faultSeed, text, variables = {} }) => {
  const arena = openArena(world);
  const operation = { text, variables, operationName: undefined };
  expect(await compareOn(arena, operation, { faultSeed })).toMatchObject({ kind: 'equal' });
  const oracleOf = () => oracleWithout(name, arena);
  expect(await compareOn(arena, operation, { faultSeed, oracleOf })).toMatchObject({ kind: 'different' });
});

function oracleWithout(name: string, { supergraphSdl, graph }: Arena): Oracle {
  const others = REPAIRS.filter((repair) => !repair.name.startsWith(name));
  return createOracle(supergraphSdl, graph.apiSchema, others);
}
