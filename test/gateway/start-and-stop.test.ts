// How the gateway starts, or says why it does not, and how it stops without losing what is in flight.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULTS, readConfig } from '../../gateway/config';
import { DIRECTORY_CODE, ROOMS_CODE } from './kit/little-graph';
import { eventually, listOf, startGateway } from './kit/start-gateway';
import { startSubgraph } from './kit/start-subgraph';

test('what is in flight is finished, and nothing new is taken', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const rooms = () => held.then(() => []);
  const slow = { ...ROOMS_CODE, resolvers: { ...ROOMS_CODE.resolvers, Query: { rooms } } };
  const subgraph = await startSubgraph({ contracts: [DIRECTORY_CODE, slow] });
  const gateway = await startGateway(listOf(1, { name: 'first', url: subgraph.url }));

  const inFlight = gateway.ask('{ rooms { name } }');
  await eventually(
    () => subgraph.queries.length,
    (count) => count === 1,
  );
  const stopped = gateway.stop();
  await expect(gateway.ask('{ __typename }')).rejects.toThrow();
  release();
  expect(await inFlight).toEqual({ data: { rooms: [] } });
  await stopped;
  await subgraph.stop();
});

test('a port that is taken is told in one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const attempt = startGateway(listOf(1), { port });
  await expect(attempt).rejects.toThrow(`Cannot listen on 127.0.0.1:${port}: another program listens there.`);
  other.close();
});

describe('settings', () => {
  test('all have a default', () => {
    const reading = readConfig({});
    expect(reading).toMatchObject({
      ok: true,
      config: {
        ...DEFAULTS,
        shardListPath: expect.stringMatching(/data.shards\.json$/) as string,
        graphPath: expect.stringMatching(/data.graph\.json$/) as string,
      },
    });
  });

  test('are read', () => {
    const reading = readConfig({
      PORT: '8080',
      HOST: '::1',
      LIANXI_INTROSPECTION: 'on',
      LIANXI_SHARD_REQUESTS: '8',
      LIANXI_ALL_SHARD_QUEUE: '900',
      LIANXI_ANSWER_LIMIT: '2000000',
      LIANXI_BREAKER_FAILURES: '3',
      LIANXI_CORS_ORIGINS: 'https://a.example, http://b.example:81',
    });
    expect(reading).toMatchObject({
      ok: true,
      config: {
        port: 8080,
        host: '::1',
        introspection: true,
        transportBounds: { concurrency: 8, queue: 4_096, concurrencyInAll: 1_024, queueInAll: 900 },
        endpointBounds: { maxAnswer: 2_000_000, breakerFailures: 3, breakerPause: 1_000 },
        corsOrigins: ['https://a.example', 'http://b.example:81'],
      },
    });
  });

  test.each([
    ['PORT', '80a', /PORT is "80a", but must be a whole number from 0 to 65535\./],
    ['PORT', '70000', /PORT/],
    ['HOST', 'a b', /HOST is "a b", but must be a host name/],
    ['LIANXI_REQUEST_DEADLINE_MS', '0', /LIANXI_REQUEST_DEADLINE_MS is "0"/],
    ['LIANXI_BODY_LIMIT', '1MB', /LIANXI_BODY_LIMIT/],
    ['LIANXI_SHARD_QUEUE', '0', /LIANXI_SHARD_QUEUE is "0"/],
    ['LIANXI_ANSWER_LIMIT', '10MiB', /LIANXI_ANSWER_LIMIT is "10MiB", but must be a whole number from 1 to/],
    ['LIANXI_BREAKER_FAILURES', '0', /LIANXI_BREAKER_FAILURES is "0"/],
    ['LIANXI_BREAKER_PAUSE_MS', '1s', /LIANXI_BREAKER_PAUSE_MS is "1s"/],
    ['LIANXI_CORS_ORIGINS', '*', /LIANXI_CORS_ORIGINS is "\*", but must be origins separated by commas/],
    ['LIANXI_CORS_ORIGINS', 'https://a.example/', /no path/],
    ['LIANXI_INTROSPECTION', 'maybe', /LIANXI_INTROSPECTION is "maybe", but must be "on" or "off"\./],
    ['LIANXI_SANDBOX', 'on', /LIANXI_SANDBOX is on, but .* set LIANXI_INTROSPECTION/],
    ['GATEWAY_EXECUTOR', 'fast', /GATEWAY_EXECUTOR is "fast", but must be one of "lianxi", "apollo"\./],
  ])('%s=%s is refused with a sentence', (name, value, sentence) => {
    const reading = readConfig({ [name]: value });
    if (reading.ok) throw new Error('it was taken');
    expect(reading.faults).toHaveLength(1);
    expect(reading.faults[0]).toMatch(sentence);
  });

  test('every fault is told at once', () => {
    expect(readConfig({ PORT: 'x', HOST: '!' })).toMatchObject({
      ok: false,
      faults: [/HOST/, /PORT/].map((it) => expect.stringMatching(it) as string),
    });
  });
});
