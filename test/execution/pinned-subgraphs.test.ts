// A whole gateway over a whole registry: a subgraph is asked where it was checked last, whatever its name leads to by now.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CreatedDatabase, sqlite } from '../kit/test-databases';
import {
  PUBLISH,
  RETIRE,
  type OpenRegistry,
  openRegistry,
  sharedChecker,
} from '../registry/kit/open-registry';
import { SMALL_PARTS, STREET_TOKEN, subgraphSdl } from '../registry/kit/small-parts';
import { type Ground, openGround, servesVersion } from '../gateway/kit/followed-graph';

const MARKET = '{ marketEvents { title } }';
const ROLLBACK = 'mutation($to: Int!) { rollback(to: $to) }';
/** `localhost` leads the gateway to the first; the registry checks the others. */
const [STRANGER, OLD, NEW] = ['127.0.0.1', '127.0.0.2', '127.0.0.3'] as const;
const sdl = subgraphSdl('market');
const checker = sharedChecker();

let servers: Server[] = [];
let url: string;
/** Of those that were asked for events, in order. */
let asked: string[];
/** What the name leads to when the registry looks. */
let leadsTo: string;
/** What happens while it looks. */
let meanwhile: () => Promise<unknown>;
let database: CreatedDatabase;
let registry: OpenRegistry;
let ground: Ground;

/** Says the SDL of the market, unless it is the stranger's; its only event is the address. */
function serveMarket(address: string): Server {
  return createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const isProbe = body.includes('_service');
    if (!isProbe) asked.push(address);
    const said = { sdl: address === STRANGER ? subgraphSdl('secret') : sdl };
    const data = isProbe ? { _service: said } : { marketEvents: [{ title: address }] };
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
  });
}

beforeAll(async () => {
  let port = 0;
  for (const address of [STRANGER, OLD, NEW]) {
    const server = serveMarket(address);
    await new Promise<void>((done) => server.listen(port, address, done));
    ({ port } = server.address() as AddressInfo);
    servers.push(server);
  }
  url = `http://localhost:${port}/`;
});
beforeEach(async () => {
  asked = [];
  leadsTo = OLD;
  meanwhile = async () => undefined;
  ground = await openGround();
  database = await sqlite.create();
  const resolve = async () => {
    await meanwhile();
    return [{ address: leadsTo, family: 4 }];
  };
  registry = await openRegistry(database, { checker, resolve });
});
afterEach(async () => {
  await ground.close();
  await registry.close();
  await database.drop();
});
afterAll(async () => {
  for (const server of servers) server.close().closeAllConnections();
  servers = [];
  await checker.stop();
});

async function publish(subgraph = { name: 'market', url, sdl }): Promise<number> {
  const { data } = await registry.ask(PUBLISH, { subgraph });
  expect(data.publish.outcome).toBe('ACCEPTED');
  return data.publish.version;
}

async function retire(name: string): Promise<void> {
  expect((await registry.ask(RETIRE, { name })).data.retire.outcome).toBe('ACCEPTED');
}

async function addressesNow(): Promise<string[] | undefined> {
  const { subgraphs } = await registry.served.registry.feed.current();
  return subgraphs.find(({ name }) => name === 'market')?.addresses;
}

test.each(['lianxi', 'apollo'] as const)(
  'the executor %s asks it there, also when nothing but its address changed and when the graph goes back',
  async (executor) => {
    const first = await publish();
    const { contracts } = SMALL_PARTS;
    const gateway = await ground.follow(
      registry.url,
      { executor, registryToken: STREET_TOKEN },
      { contracts },
    );
    await servesVersion(gateway, first);
    expect(await gateway.ask(MARKET)).toEqual({ data: { marketEvents: [{ title: OLD }] } });
    leadsTo = NEW;
    await servesVersion(gateway, await publish());
    expect(await gateway.ask(MARKET)).toEqual({ data: { marketEvents: [{ title: NEW }] } });
    const { data } = await registry.ask(ROLLBACK, { to: first });
    await servesVersion(gateway, data.rollback);
    expect(await gateway.ask(MARKET)).toEqual({ data: { marketEvents: [{ title: NEW }] } });
    expect(asked).toEqual([OLD, NEW, NEW]);
  },
);

describe('a rollback to a version with a subgraph that the graph no longer has', () => {
  let first: number;
  beforeEach(async () => {
    const tea = subgraphSdl('tea');
    await publish({ name: 'tea', url: registry.addressOf(tea), sdl: tea });
    first = await publish();
    await retire('market');
    expect(await addressesNow()).toBeUndefined();
  });

  test('looks where its server is now', async () => {
    leadsTo = NEW;
    expect((await registry.ask(ROLLBACK, { to: first })).data.rollback).toBe(first + 2);
    expect(await addressesNow()).toEqual([NEW]);
  });

  test.each([
    ['serves something else', STRANGER, 'its server lacks what is published'],
    ['lies outside the allowed networks', '169.254.169.254', 'outside the allowed networks'],
  ])('is refused with the reason when that %s', async (_, address, why) => {
    leadsTo = address;
    const { errors } = await registry.ask(ROLLBACK, { to: first });
    expect(errors![0]).toMatchObject({
      message: expect.stringContaining(why),
      extensions: { code: 'CONFLICT' },
    });
    expect(errors![0]!.message).toContain('market');
    expect((await registry.served.registry.feed.current()).version).toBe(first + 1);
  });

  test('is refused when another was retired meanwhile, which nobody has checked', async () => {
    meanwhile = () => retire('tea');
    const { errors } = await registry.ask(ROLLBACK, { to: first });
    expect(errors![0]!.message).toContain('the graph changed; roll back once more');
    meanwhile = async () => undefined;
    expect((await registry.ask(ROLLBACK, { to: first })).data.rollback).toBe(first + 3);
  });
});
