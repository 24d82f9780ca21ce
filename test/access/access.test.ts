// What may not be read is null with FORBIDDEN at its place and never fetched, in every form, on both ways and both executors.
import { type SignIn, openSignIn } from '../kit/sign-in';
import { listOf, startGateway, type Answer, type TestGateway } from '../gateway/kit/start-gateway';
import { startSubgraph, type Subgraph } from '../gateway/kit/start-subgraph';
import { GUARDED, GUARDED_CODE } from './kit/guarded-graph';

let subgraph: Subgraph;
let signIn: SignIn;
let gateways: Record<'direct' | 'apollo' | 'apollo-executor', TestGateway>;

beforeAll(async () => {
  signIn = await openSignIn();
  subgraph = await startSubgraph({ contracts: GUARDED_CODE as never });
  const list = listOf(1, { name: 'first', url: subgraph.url, contracts: ['halls', 'prices'] });
  const { demonstrationIssuerPath } = signIn;
  const start = (settings: object) =>
    startGateway(list, { demonstrationIssuerPath, ...settings }, { contracts: GUARDED });
  gateways = {
    direct: await start({}),
    apollo: await start({ direct: false }),
    'apollo-executor': await start({ executor: 'apollo' }),
  };
});

interface Attempt {
  /** Nobody, or the scopes of an office; a kind other than an office's. */
  as?: { scopes?: string[]; kind?: 'service' | 'device' };
  query: string;
  variables?: Record<string, unknown>;
  data: unknown;
  /** Paths of the places that are refused. */
  refused: string[];
  /** Words that must be in nothing that was fetched. */
  unfetched: string[];
}

const OFFICE = {};

const ATTEMPTS: Record<string, Attempt> = {
  'a field of the root': {
    query: '{ telephone halls { id } }',
    data: { telephone: null, halls: [{ id: 'h1' }, { id: 'h2' }] },
    refused: ['telephone'],
    unfetched: ['telephone'],
  },
  'nothing but it': {
    query: '{ telephone }',
    data: { telephone: null },
    refused: ['telephone'],
    unfetched: ['telephone', 'halls'],
  },
  'under another name': {
    query: '{ name: telephone }',
    data: { name: null },
    refused: ['name'],
    unfetched: ['telephone'],
  },
  'a field in a list, once for each place': {
    query: '{ halls { name purpose } }',
    data: {
      halls: [
        { name: 'Hall h1', purpose: null },
        { name: 'Hall h2', purpose: null },
      ],
    },
    refused: ['halls.0.purpose', 'halls.1.purpose'],
    unfetched: ['purpose'],
  },
  'alone in its selection': {
    query: '{ hall(id: "h1") { purpose } }',
    data: { hall: { purpose: null } },
    refused: ['hall.purpose'],
    unfetched: ['purpose'],
  },
  'deep below': {
    query: '{ hall(id: "h1") { neighbour { name purpose } } }',
    data: { hall: { neighbour: { name: 'next', purpose: null } } },
    refused: ['hall.neighbour.purpose'],
    unfetched: ['purpose'],
  },
  'in a fragment': {
    query:
      '{ hall(id: "h1") { ...Facts } } fragment Facts on Hall { id ...More } fragment More on Hall { purpose }',
    data: { hall: { id: 'h1', purpose: null } },
    refused: ['hall.purpose'],
    unfetched: ['purpose'],
  },
  'in a fragment without a type': {
    query: '{ hall(id: "h1") { ... { purpose } id } }',
    data: { hall: { purpose: null, id: 'h1' } },
    refused: ['hall.purpose'],
    unfetched: ['purpose'],
  },
  'behind a condition': {
    query: 'query($yes: Boolean!) { hall(id: "h1") { id purpose @include(if: $yes) } }',
    variables: { yes: true },
    data: { hall: { id: 'h1', purpose: null } },
    refused: ['hall.purpose'],
    unfetched: ['purpose'],
  },
  'behind a condition that does not hold': {
    query: 'query($yes: Boolean!) { hall(id: "h1") { id purpose @include(if: $yes) } }',
    variables: { yes: false },
    data: { hall: { id: 'h1' } },
    refused: [],
    unfetched: ['purpose'],
  },
  'through an interface': {
    query: '{ places { name purpose } }',
    data: {
      places: [
        { name: 'Hall h1', purpose: null },
        { name: 'Yard', purpose: null },
      ],
    },
    refused: ['places.0.purpose', 'places.1.purpose'],
    unfetched: ['purpose'],
  },
  'through an interface, and where it is open': {
    query: '{ places { name ... on Yard { purpose } ... on Hall { purpose } } }',
    data: {
      places: [
        { name: 'Hall h1', purpose: null },
        { name: 'Yard', purpose: 'play' },
      ],
    },
    refused: ['places.0.purpose'],
    unfetched: ['Hall{purpose', 'Hall { purpose'],
  },
  'a type': { query: '{ plan { id text } }', data: { plan: null }, refused: ['plan'], unfetched: ['plan'] },
  'a type’s name alone': {
    query: '{ plan { __typename } }',
    data: { plan: null },
    refused: ['plan'],
    unfetched: ['plan'],
  },
  'a member of a union, whose nulls are carried up': {
    query: '{ anything { __typename ... on Draft { id text } ... on Yard { name } } halls { id } }',
    data: { anything: null, halls: [{ id: 'h1' }, { id: 'h2' }] },
    refused: ['anything.2.id'],
    unfetched: ['text'],
  },
  'a member of a union whose name is not asked': {
    query: '{ anything { ... on Draft { text } ... on Hall { id } } }',
    data: { anything: [{ id: 'h1' }, {}, { text: null }] },
    refused: ['anything.2.text'],
    unfetched: ['text'],
  },
  'a list of a type': {
    query: '{ minutes { title votes { for } } }',
    data: { minutes: { title: 'First', votes: null } },
    refused: ['minutes.votes'],
    unfetched: ['votes'],
  },
  'its count': {
    query: '{ minutes { count { total } } }',
    data: { minutes: { count: null } },
    refused: ['minutes.count'],
    unfetched: ['count'],
  },
  'an enum': {
    as: OFFICE,
    query: '{ level }',
    data: { level: null },
    refused: ['level'],
    unfetched: ['level'],
  },
  'what must not be null carries its null up': {
    query: '{ must { sure also } halls { id } }',
    data: { must: null, halls: [{ id: 'h1' }, { id: 'h2' }] },
    refused: ['must.sure'],
    unfetched: ['sure'],
  },
  'a field of another subgraph': {
    query: '{ hall(id: "h1") { id keeper } }',
    data: { hall: { id: 'h1', keeper: null } },
    refused: ['hall.keeper'],
    unfetched: ['keeper'],
  },
  'a chain of @requires': {
    as: OFFICE,
    query: '{ hall(id: "h1") { id priceWithTax } }',
    data: { hall: { id: 'h1', priceWithTax: null } },
    refused: ['hall.priceWithTax'],
    unfetched: ['price'],
  },
  'half of the scopes': {
    as: { scopes: ['halls:price'] },
    query: '{ hall(id: "h1") { price } }',
    data: { hall: { price: null } },
    refused: ['hall.price'],
    unfetched: ['price'],
  },
  'the scopes of one subgraph of two': {
    as: { scopes: ['one'] },
    query: '{ figures { sum } }',
    data: { figures: { sum: null } },
    refused: ['figures.sum'],
    unfetched: ['sum'],
  },
  'the scopes of the other subgraph': {
    as: { scopes: ['two', 'three'] },
    query: '{ figures { sum } }',
    data: { figures: { sum: null } },
    refused: ['figures.sum'],
    unfetched: ['sum'],
  },
  'a policy of another kind of token': {
    as: { kind: 'device' },
    query: '{ plan { id } }',
    data: { plan: null },
    refused: ['plan'],
    unfetched: ['plan'],
  },
  'a mutation': {
    query: 'mutation { close(id: "h1") { id } }',
    data: { close: null },
    refused: ['close'],
    unfetched: ['close'],
  },
  'a mutation, and the others are run': {
    query: 'mutation { one: open(id: "h1") { id } close(id: "h1") { id } two: open(id: "h2") { id } }',
    data: { one: { id: 'h1' }, close: null, two: { id: 'h2' } },
    refused: ['close'],
    unfetched: ['close'],
  },
  'a mutation without its scope': {
    as: OFFICE,
    query: 'mutation { lend(id: "h1") { id } }',
    data: { lend: null },
    refused: ['lend'],
    unfetched: ['lend'],
  },
  'any mutation by a dashboard’s service': {
    as: { kind: 'service' },
    query: 'mutation { open(id: "h1") { id } }',
    data: { open: null },
    refused: ['open'],
    unfetched: ['open'],
  },
  'any mutation by a screen': {
    as: { kind: 'device', scopes: ['halls:lend'] },
    query: 'mutation { lend(id: "h1") { id } }',
    data: { lend: null },
    refused: ['lend'],
    unfetched: ['lend'],
  },
  'what a mutation answers': {
    query: 'mutation { open(id: "h1") { id purpose } }',
    data: { open: { id: 'h1', purpose: null } },
    refused: ['open.purpose'],
    unfetched: ['purpose'],
  },
};

async function ask(
  gateway: TestGateway,
  { as, query, variables }: Pick<Attempt, 'as' | 'query' | 'variables'>,
) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (as) headers.authorization = await signIn.as('demo-school', as);
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const codesOf = ({ errors = [] }: Answer) =>
  errors.map(({ path = [], extensions }) => `${path.join('.')} ${extensions?.code}`);

describe.each(['direct', 'apollo', 'apollo-executor'] as const)('%s', (way) => {
  test.each(Object.entries(ATTEMPTS))(
    '%s: refused, and never fetched',
    async (_name, { data, refused, unfetched, ...asked }) => {
      for (let i = 0; i < 2; i++) {
        subgraph.queries.length = 0;
        const answer = await ask(gateways[way], asked);
        expect(answer.data).toEqual(data);
        const own = new Set(codesOf(answer).map((each) => each.replace(/ FORBIDDEN$/, '')));
        for (const place of refused) expect(own).toContain(place);
        expect(codesOf(answer).every((each) => each.endsWith(' FORBIDDEN'))).toBe(true);
        expect(JSON.stringify(answer)).not.toContain('SECRET');
        const fetched = subgraph.queries.join('\n').replace(/\s+/g, ' ');
        for (const word of unfetched) expect(fetched).not.toContain(word);
      }
    },
  );

  test('each who may reads it, in the same words, before and after one who may not', async () => {
    const query =
      '{ halls { name purpose price priceWithTax keeper } plan { text } figures { sum } telephone }';
    const all = { scopes: ['street', 'one', 'two'] };
    for (const as of [all, undefined, all]) {
      const { data, errors = [] } = await ask(gateways[way], { as, query });
      const [first] = (data as { halls: unknown[] }).halls;
      if (as) {
        expect(errors).toEqual([]);
        expect(first).toEqual({
          name: 'Hall h1',
          purpose: 'SECRET',
          price: 7,
          priceWithTax: 8,
          keeper: 'SECRET',
        });
        expect(data).toMatchObject({ plan: { text: 'SECRET' }, figures: { sum: 42 }, telephone: 'SECRET' });
      } else {
        expect(first).toEqual({
          name: 'Hall h1',
          purpose: null,
          price: null,
          priceWithTax: null,
          keeper: null,
        });
        expect(errors).toHaveLength(8 + 3);
      }
    }
  });

  test('variables that only a cut field uses are cut too, and the rest is answered', async () => {
    const query =
      'query($id: ID!, $on: String, $yes: Boolean!) { hall(id: $id) { id open(on: $on) purpose @include(if: $yes) } }';
    const answer = await ask(gateways[way], { query, variables: { id: 'h1', on: 'x', yes: true } });
    expect(answer.data).toEqual({ hall: { id: 'h1', open: true, purpose: null } });
    expect(codesOf(answer)).toEqual(['hall.purpose FORBIDDEN']);
  });

  test('two requests of one hash and two callers each get their own', async () => {
    const query = '{ hall(id: "h1") { name purpose } }';
    const [nobody, office] = await Promise.all([
      ask(gateways[way], { query }),
      ask(gateways[way], { as: OFFICE, query }),
    ]);
    expect(nobody.data).toEqual({ hall: { name: 'Hall h1', purpose: null } });
    expect(office.data).toEqual({ hall: { name: 'Hall h1', purpose: 'SECRET' } });
  });

  test('the sentence says what is needed, in both languages', async () => {
    const { errors } = await ask(gateways[way], { as: OFFICE, query: '{ hall(id: "h1") { price } }' });
    expect(errors![0]!.message).toBe(
      'Hall.price 不对此来访者开放，没有读取；需要权限 halls:price+halls:read 或 street。 Hall.price is not open to whoever asks here, and was not read; it needs the scopes halls:price+halls:read or street.',
    );
  });
});
