// The serving thread never validates a client's text: the planning thread has, also where the layer of one contract is asked.
import * as graphql from 'graphql';
import { LIBRARY, LIBRARY_SDL } from '../sharding/kit/library-contract';
import { type ReferenceShard, startReferenceShard } from '../sharding/kit/reference-shard';
import { book } from '../sharding/kit/some-rows';
import { type TestGateway, askGraph, startGateway } from './kit/start-gateway';

jest.mock('graphql', () => {
  const actual = jest.requireActual<typeof graphql>('graphql');
  return { ...actual, validate: jest.fn(actual.validate) };
});

let east: ReferenceShard;
let gateway: TestGateway;

beforeAll(async () => {
  east = await startReferenceShard('east', ['e1'], { books: [book('e1', 1, { title: 'a' })], readers: [] });
  const shards = [{ name: 'east', url: east.url, contracts: [LIBRARY], homes: east.homes }];
  const contracts = [{ name: LIBRARY, sdl: LIBRARY_SDL, answeredBy: 'sharded' as const }];
  gateway = await startGateway({ version: 1, shards, notJoined: [] }, {}, { contracts });
});
beforeEach(() => void jest.mocked(graphql.validate).mockClear());
afterAll(() => Promise.all([gateway?.stop(), east?.stop()]));

/** The response names at the root of what this thread validated. The reference shards work in it too. */
function validated(): string[] {
  return jest
    .mocked(graphql.validate)
    .mock.calls.flatMap(([, { definitions }]) => definitions)
    .flatMap((it) => ('selectionSet' in it ? (it.selectionSet?.selections ?? []) : []))
    .flatMap((it) => (it.kind === graphql.Kind.FIELD && it.alias ? [it.alias.value] : []));
}

test('a text at a shard route is answered, or refused, and not validated here', async () => {
  const url = `${gateway.url}/shards/${LIBRARY}`;
  const query = '{ clientsOwn: books { edges { node { title } } } }';
  for (const text of [query, query, `${query} # in other words`])
    expect(await askGraph(url, text)).toMatchObject({
      data: { clientsOwn: { edges: [{ node: { title: 'a' } }] } },
    });
  expect(await askGraph(url, '{ clientsOwn: nothing }')).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  expect(validated()).not.toContain('clientsOwn');
});
