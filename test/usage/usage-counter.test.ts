// Counts of use: per day, client and operation; bounded; kept when nobody takes them; never a value of a variable.
import pino from 'pino';
import { buildSchema, parse } from 'graphql';
import type { KnownDocument } from '../../gateway/planning/document-cache';
import { listCoordinates } from '../../gateway/planning/list-coordinates';
import { createHomesRecord } from '../../gateway/sharding/homes-record';
import { reportUsage } from '../../gateway/usage/report-usage';
import { createUsageCounter } from '../../gateway/usage/usage-counter';
import type { UsageBatch } from '../../gateway/usage/usage-sink';

function known(text: string, operationName?: string): KnownDocument {
  const common = { kind: 'known', plan: undefined, operation: 'query', uses: 1, reach: undefined, text } as const;
  const coordinates = [`Query.${text.length}`];
  return {
    ...common,
    document: parse(text),
    coordinates,
    hash: `hash of ${text}`,
    operationName,
  } as KnownDocument;
}

function count(
  counter: ReturnType<typeof createUsageCounter>,
  document: KnownDocument,
  client?: string,
  fails = false,
) {
  const answer = {
    hasData: true,
    errors: fails ? [{ message: 'x' }] : undefined,
    extensions: undefined,
    status: undefined,
    headers: undefined,
  };
  counter.hook.apply(answer, {
    method: 'POST',
    accept: undefined,
    client,
    isByHash: false,
    homes: createHomesRecord(),
    known: document,
  });
}

const ROOMS = known('query Rooms { rooms }', 'Rooms');

test('requests and errors are counted by client and operation', () => {
  const counter = createUsageCounter({ now: () => Date.UTC(2026, 10, 22, 12) });
  count(counter, ROOMS, 'wall');
  count(counter, ROOMS, 'wall', true);
  count(counter, ROOMS);
  count(counter, known('query Named { rooms }'), 'wall');
  count(counter, known('{ rooms }'), 'wall');
  const lines = counter
    .take()
    .map(({ day, client, operation, requests, errors }) => [
      [day, client, operation].join(' '),
      requests,
      errors,
    ]);
  expect(lines).toEqual([
    ['2026-11-22 wall Rooms', 2, 1],
    ['2026-11-22 unknown Rooms', 1, 0],
    ['2026-11-22 wall Named', 1, 0],
    ['2026-11-22 wall anonymous', 1, 0],
  ]);
  expect(counter.take()).toEqual([]);
});

test('the day turns at midnight in Shanghai', () => {
  let now = Date.UTC(2026, 10, 22, 15, 59, 59);
  const counter = createUsageCounter({ now: () => now });
  count(counter, ROOMS, 'wall');
  now += 1_000;
  count(counter, ROOMS, 'wall');
  expect(counter.take().map(({ day, requests }) => [day, requests])).toEqual([
    ['2026-11-22', 1],
    ['2026-11-23', 1],
  ]);
});

test('names are cleaned, and clients and entries beyond their bounds are counted together', () => {
  const counter = createUsageCounter({ clients: 2, entries: 4 });
  count(counter, ROOMS, 'a\n<script>\u0001'.repeat(50));
  for (let i = 0; i < 20; i++) count(counter, ROOMS, `client-${i}`);
  for (let i = 0; i < 20; i++) count(counter, known(`{ a${i} }`), 'client-0');
  const entries = counter.take();
  expect(entries.length).toBeLessThanOrEqual(5);
  expect(entries.reduce((sum, { requests }) => sum + requests, 0)).toBe(41);
  expect(entries[0]!.client).toMatch(/^[a-z]{1,64}$/);
  expect(entries.at(-1)).toMatchObject({ client: 'others', operation: 'others', hash: '', coordinates: [] });
});

test('a batch that does not arrive comes again with the next one, and what is left comes at the end', async () => {
  const counter = createUsageCounter();
  const batches: UsageBatch[] = [];
  let fails = true;
  const report = async (batch: UsageBatch) => {
    if (fails) throw new Error('not now');
    batches.push(batch);
  };
  const log = pino({ level: 'silent' });
  count(counter, ROOMS, 'wall', true);
  await reportUsage({ counter, sink: { report }, log }).stop();
  expect(batches).toEqual([]);
  fails = false;
  count(counter, ROOMS, 'wall');
  await reportUsage({ counter, sink: { report }, log }).stop();
  expect(batches.flatMap(({ entries }) => entries)).toMatchObject([
    { client: 'wall', requests: 2, errors: 1 },
  ]);
});

test('coordinates tell all that an operation uses, and of its variables only the types', () => {
  const schema = buildSchema(`
    enum State { FREE TAKEN }  input Filter { state: State text: String }
    interface Thing { id: ID }
    type Room implements Thing { id: ID name(long: Boolean): String }
    type Query { rooms(filter: Filter, first: Int): [Room] thing: Thing other: Int }
  `);
  const text = `
    query A($filter: Filter) { rooms(filter: $filter) { ...F } }
    query B { a: rooms(filter: { state: FREE, text: "secret" }, first: 2) { id } thing { __typename ... on Room { name } } }
    fragment F on Room { name(long: true) @include(if: true) }`;
  const list = (name: string) => listCoordinates(schema, parse(text), name);
  expect(list('A')).toEqual([
    'Filter',
    'Query.rooms',
    'Query.rooms(filter:)',
    'Room',
    'Room.name',
    'Room.name(long:)',
  ]);
  expect(list('B')).toEqual([
    'Filter.state',
    'Filter.text',
    'Query.rooms',
    'Query.rooms(filter:)',
    'Query.rooms(first:)',
    'Query.thing',
    'Room',
    'Room.id',
    'Room.name',
    'State.FREE',
  ]);
  expect(JSON.stringify(list('B'))).not.toContain('secret');
});
