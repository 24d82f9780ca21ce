// The gateway over real HTTP: two subgraphs joined into one graph, whole and with parts dead.
import { CONTRACTS, DIRECTORY_CODE, ROOMS_CODE } from './kit/little-graph';
import { type TestGateway, listOf, startGateway } from './kit/start-gateway';
import { type Subgraph, startSubgraph } from './kit/start-subgraph';

let directory: Subgraph;
let rooms: Subgraph;
let gateway: TestGateway;

beforeAll(async () => {
  directory = await startSubgraph({ contracts: [DIRECTORY_CODE] });
  rooms = await startSubgraph({ contracts: [ROOMS_CODE] });
  gateway = await startGateway(bothSubgraphs());
});

afterEach(() => {
  directory.misbehave = undefined;
});

afterAll(() => Promise.all([gateway.stop(), directory.stop(), rooms.stop()]));

function bothSubgraphs() {
  return listOf(
    1,
    { name: 'first', url: directory.url, contracts: ['directory'] },
    { name: 'second', url: rooms.url, contracts: ['rooms'] },
  );
}

const ROOMS_WITH_OWNERS = '{ rooms { name owner { name } } }';

test('an operation over both subgraphs is answered whole', async () => {
  expect(await gateway.ask(ROOMS_WITH_OWNERS)).toEqual({
    data: {
      rooms: [{ name: 'Hall', owner: { name: 'Second' } }, null, { name: 'Attic', owner: { name: 'First' } }],
    },
  });
});

test('an error below an entity keeps its code and stands at its place in the answer', async () => {
  const answer = await gateway.ask('{ rooms { owner { town } } }');
  expect(answer.data).toEqual({ rooms: [{ owner: { town: 'Dongguan' } }, null, { owner: { town: null } }] });
  expect(answer.errors).toEqual([
    {
      message: '编号不对。 That id is wrong.',
      path: ['rooms', 2, 'owner', 'town'],
      extensions: { code: 'BAD_ID', serviceName: 'directory' },
    },
  ]);
});

test('an error without a path stands at the field that the client asked, not at the fetch', async () => {
  directory.misbehave = {
    body: '{"data":null,"errors":[{"message":"No.","extensions":{"code":"TOO_MANY"}}]}',
  };
  const { errors } = await gateway.ask('{ rooms { owner { town } } everyone: organizations { name } }');
  expect(errors).toEqual(
    [['everyone'], ['rooms']].map((path) => ({
      message: 'No.',
      path,
      extensions: { code: 'TOO_MANY', serviceName: 'directory' },
    })),
  );
});

test('a mutation is answered', async () => {
  const answer = await gateway.ask('mutation { rename(id: "first-home", name: "New") { name motto } }');
  expect(answer).toEqual({ data: { rename: { name: 'New', motto: 'first-home lends' } } });
});

describe('a part that does not answer', () => {
  const dead: Array<[string, NonNullable<Subgraph['misbehave']>, why: string]> = [
    ['is silent', 'hang', 'deadline'],
    ['redirects', { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }, 'bad-status'],
    ['sends no JSON', { body: '<html>Error at /srv/app.js:1</html>' }, 'not-json'],
    ['sends JSON that is no answer', { body: '[1]' }, 'not-graphql'],
    [
      'sends more than the cap',
      { body: `{"data":{"organizations":[{"name":"${'x'.repeat(11e6)}"}]}}` },
      'too-large',
    ],
  ];

  test.each(dead)('leaves the rest of the answer when it %s', async (_, misbehave, why) => {
    const fresh = await startGateway(bothSubgraphs(), { fetchDeadlineMs: 400 });
    directory.misbehave = misbehave;
    const answer = await fresh.ask('{ rooms { name owner { name motto } } organizations { name } }');
    await fresh.stop();
    expect(answer.data).toEqual({
      rooms: [
        { name: 'Hall', owner: { name: null, motto: 'second-home lends' } },
        null,
        { name: 'Attic', owner: { name: null, motto: 'first-home lends' } },
      ],
      organizations: null,
    });
    const shown = answer.errors!.map(({ path, extensions }) => `${path} ${extensions?.code}`).sort();
    expect(shown).toEqual(['organizations SUBGRAPH_UNAVAILABLE', 'rooms SUBGRAPH_UNAVAILABLE']);
    expect(answer.errors![0]!.message).toMatch(/没有应答.*did not answer/);
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|http:|srv/);
    expect(fresh.log.filter((line) => line.includes(`"why":"${why}"`))).toHaveLength(2);
  });
});

test('what takes longer than the request may is answered in part, with TIMEOUT', async () => {
  const short = await startGateway(bothSubgraphs(), { requestDeadlineMs: 1_000, fetchDeadlineMs: 5_000 });
  directory.misbehave = 'hang';
  const answer = await short.ask(ROOMS_WITH_OWNERS);
  expect(answer.data).toEqual({
    rooms: [{ name: 'Hall', owner: { name: null } }, null, { name: 'Attic', owner: { name: null } }],
  });
  expect(answer.errors).toMatchObject([{ path: ['rooms'], extensions: { code: 'TIMEOUT' } }]);
  await short.stop();
});

test('the gateway starts while every subgraph is dead, and serves them when they come', async () => {
  const before = await startSubgraph({ contracts: [DIRECTORY_CODE] });
  const { url } = before;
  await before.stop();
  const early = await startGateway(listOf(1, { name: 'first', url, contracts: ['directory'] }));
  expect(await early.ask('{ organizations { name } rooms { name } }')).toMatchObject({
    data: { organizations: null, rooms: null },
    errors: [
      { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
      { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
    ],
  });
  const late = await startSubgraph({ contracts: [DIRECTORY_CODE], port: Number(new URL(url).port) });
  expect(await early.ask('{ organization(id: "first-home") { name } }')).toEqual({
    data: { organization: { name: 'First' } },
  });
  await Promise.all([early.stop(), late.stop()]);
});

test('contracts that do not compose stop the gateway with a sentence that names the place', async () => {
  const broken = CONTRACTS.map((contract) => ({
    ...contract,
    sdl: contract.sdl.replace('motto: String', 'name: Int'),
  }));
  await expect(startGateway(listOf(1), {}, { contracts: broken })).rejects.toThrow(
    /do not compose:.*name.*rooms\.graphql:/s,
  );
});
