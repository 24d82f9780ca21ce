// The list of shards is followed while the gateway runs: what changes takes effect with the next request.
import { writeFileSync } from 'node:fs';
import { createShardListSource } from '../../gateway/sharding/watch-shard-list';
import { DIRECTORY_CODE, ROOMS_CODE } from './kit/little-graph';
import { type TestGateway, eventually, listOf, startGateway, writeList } from './kit/start-gateway';
import { type Subgraph, startSubgraph } from './kit/start-subgraph';

let first: Subgraph;
let second: Subgraph;
let gateway: TestGateway;

const ROOMS = '{ rooms { name } }';
const NAMED = { data: { rooms: [{ name: 'Hall' }, null, { name: 'Attic' }] } };
const OTHER = {
  ...ROOMS_CODE,
  resolvers: { ...ROOMS_CODE.resolvers, Query: { rooms: () => [{ id: 'r9', name: 'Cellar' }] } },
};

beforeEach(async () => {
  first = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  second = await startSubgraph({ contracts: [OTHER] });
});

afterEach(() => Promise.all([gateway?.stop(), first?.stop(), second?.stop()]));

const logged = (words: RegExp) => () => gateway.log.filter((line) => words.test(line));
const isThere = (lines: string[]) => lines.length > 0;

test('a shard that joins, moves and leaves: each counts from the next request on, without a restart', async () => {
  gateway = await startGateway(listOf(1, { name: 'first', url: first.url, contracts: ['directory'] }));
  expect(await gateway.ask(ROOMS)).toMatchObject({
    data: { rooms: null },
    errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
  });

  writeList(gateway.listFile, listOf(2, { name: 'first', url: first.url }));
  await eventually(logged(/"version":2/), isThere);
  expect(await gateway.ask(ROOMS)).toEqual(NAMED);

  writeList(gateway.listFile, listOf(3, { name: 'first', url: second.url }));
  await eventually(logged(/"version":3/), isThere);
  expect(await gateway.ask(ROOMS)).toEqual({ data: { rooms: [{ name: 'Cellar' }] } });

  writeList(gateway.listFile, listOf(4));
  await eventually(logged(/"version":4/), isThere);
  expect(await gateway.ask(ROOMS)).toMatchObject({ data: { rooms: null } });
});

test('a file that is written in place, as editors do, is followed too', async () => {
  gateway = await startGateway(listOf(1));
  writeFileSync(gateway.listFile, JSON.stringify(listOf(2, { name: 'first', url: first.url })));
  expect(
    await eventually(
      () => gateway.ask(ROOMS),
      (answer) => !answer.errors,
    ),
  ).toEqual(NAMED);
});

describe('a faulty file changes nothing, and the log says why', () => {
  const faulty: Array<[string, () => unknown, RegExp]> = [
    ['is no JSON', () => '{"version": 8, "shards": [', /not valid JSON/],
    ['breaks a rule', () => listOf(8, { name: 'first', url: 'ftp://nowhere' }), /expected an http/],
    ['has a lower version', () => listOf(6), /version 6 is lower than 7/],
    ['changed under the same version', () => listOf(7), /version is still 7/],
  ];

  test.each(faulty)('it %s', async (_, make, why) => {
    gateway = await startGateway(listOf(7, { name: 'first', url: first.url }));
    writeList(gateway.listFile, make());
    const lines = await eventually(logged(why), isThere);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/version 7 stays in force/);
    expect(await gateway.ask(ROOMS)).toEqual(NAMED);

    writeList(gateway.listFile, listOf(8, { name: 'first', url: second.url }));
    await eventually(logged(/"version":8/), isThere);
    expect(await gateway.ask(ROOMS)).toEqual({ data: { rooms: [{ name: 'Cellar' }] } });
  });
});

test('without a file the gateway starts, says so, is not ready, and takes the list when it comes', async () => {
  gateway = await startGateway(null);
  expect(logged(/there is no such file/)()).toHaveLength(1);
  const refused = await gateway.ask(ROOMS);
  expect(refused).toEqual({
    errors: [
      {
        message: expect.stringMatching(/分片清单.*list of shards/) as string,
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      },
    ],
  });
  const waiting = await fetch(`${gateway.url}/health/ready`);
  expect(waiting.status).toBe(503);
  expect(await waiting.json()).toMatchObject({
    status: 'waiting for the list of shards',
    shardList: { version: null },
  });

  writeList(gateway.listFile, listOf(1, { name: 'first', url: first.url }));
  await eventually(logged(/"version":1/), isThere);
  expect(await gateway.ask(ROOMS)).toEqual(NAMED);
  expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
});

test('one request sees one version from start to end', async () => {
  gateway = await startGateway(listOf(1, { name: 'first', url: first.url }));
  const resolvers = { ...ROOMS_CODE.resolvers.Query, rooms: changeListThenAnswer };
  const changing = await startSubgraph({
    contracts: [DIRECTORY_CODE, { ...ROOMS_CODE, resolvers: { ...ROOMS_CODE.resolvers, Query: resolvers } }],
  });
  writeList(gateway.listFile, listOf(2, { name: 'first', url: changing.url }));
  await eventually(logged(/"version":2/), isThere);

  const answer = await gateway.ask('{ rooms { owner { name } } }');
  expect(answer).toEqual({ data: { rooms: [{ owner: { name: 'Second' } }] } });
  expect(await gateway.ask(ROOMS)).toMatchObject({
    errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
  });
  await changing.stop();

  async function changeListThenAnswer() {
    writeList(gateway.listFile, listOf(3));
    await eventually(logged(/"version":3/), isThere);
    return [{ id: 'r1', name: 'Hall', owner: { id: 'second-home' } }];
  }
});

test('a fault that stays is told once', async () => {
  gateway = await startGateway(listOf(1));
  const told: string[] = [];
  const source = createShardListSource(gateway.listFile, {
    onFault: (sentence) => told.push(sentence),
    pollMs: 60_000,
  });
  writeList(gateway.listFile, 'nonsense');
  for (let look = 0; look < 5; look++) await source.refresh();
  source.stop();
  expect(told).toEqual([expect.stringMatching(/not valid JSON/)]);
});
