// Counts of use: per day, client and operation; bounded; kept when nobody takes them; never a value of a variable.
import pino from 'pino';
import { buildSchema, parse } from 'graphql';
import type { KnownDocument } from '../../gateway/planning/document-cache';
import { listCoordinates } from '../../gateway/planning/list-coordinates';
import { createHomesRecord } from '../../gateway/sharding/homes-record';
import { reportUsage } from '../../gateway/usage/report-usage';
import type { UseCount, UseReport } from '../../gateway/usage/use-count';
import { eventually } from '../gateway/kit/start-gateway';
import { createUsageCounter } from '../../gateway/usage/usage-counter';

function known(text: string, operationName?: string, coordinates = [`Query.${text.length}`]): KnownDocument {
  const common = {
    kind: 'known',
    plan: undefined,
    operation: 'query',
    uses: 1,
    reach: undefined,
    text,
  } as const;
  return {
    ...common,
    document: parse(text),
    coordinates,
    hash: `hash of ${text}`,
    operationName,
  } as KnownDocument;
}

function count(counter: ReturnType<typeof createUsageCounter>, document: KnownDocument, client?: string) {
  const answer = {
    hasData: true,
    errors: undefined,
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

/** `day client operation coordinate count`, sorted. */
const linesOf = (uses: Iterable<UseCount>) =>
  [...uses].map((use) => [use.day, use.client, use.operation, use.coordinate, use.count].join(' ')).sort();

const log = pino({ level: 'silent' });
const NOON = () => Date.UTC(2026, 10, 22, 12);
const ROOMS = known('query Rooms { rooms { id } }', 'Rooms', ['Query.rooms', 'Room.id']);

test('requests are counted by client, operation and coordinate', () => {
  const counter = createUsageCounter({ now: NOON });
  count(counter, ROOMS, 'wall');
  count(counter, ROOMS, 'wall');
  count(counter, ROOMS);
  count(counter, known('query Named { rooms }'), 'wall');
  count(counter, known('{ rooms }'), 'wall');
  expect(linesOf(counter.take())).toEqual([
    '2026-11-22 unknown Rooms Query.rooms 1',
    '2026-11-22 unknown Rooms Room.id 1',
    '2026-11-22 wall Named Query.21 1',
    '2026-11-22 wall Rooms Query.rooms 2',
    '2026-11-22 wall Rooms Room.id 2',
    '2026-11-22 wall anonymous Query.9 1',
  ]);
  expect(linesOf(counter.take())).toEqual([]);
});

test('the day turns at midnight in Shanghai', () => {
  let now = Date.UTC(2026, 10, 22, 15, 59, 59);
  const counter = createUsageCounter({ now: () => now });
  count(counter, ROOMS, 'wall');
  now += 1_000;
  count(counter, ROOMS, 'wall');
  expect([...counter.take()].map(({ day, count: times }) => [day, times])).toEqual([
    ['2026-11-22', 1],
    ['2026-11-22', 1],
    ['2026-11-23', 1],
    ['2026-11-23', 1],
  ]);
});

describe('beyond the bounds of a day', () => {
  test('names are cleaned, and further clients are counted together', () => {
    const counter = createUsageCounter({ clients: 2 });
    count(counter, ROOMS, 'a\n<script>\u0001'.repeat(50));
    for (let i = 0; i < 20; i++) count(counter, ROOMS, `client-${i}`);
    const uses = [...counter.take()].filter(({ coordinate }) => coordinate === 'Room.id');
    expect(uses.map(({ client, count: times }) => [client, times])).toEqual([
      [expect.stringMatching(/^[a-z]{64}$/), 1],
      ['client-0', 1],
      ['others', 19],
    ]);
  });

  test.each([{ entries: 2 }, { coordinates: 4 }])('%j: no use is lost, only who it was', (bounds) => {
    let now = NOON();
    const counter = createUsageCounter({ ...bounds, now: () => now });
    const ask = (letter: string) =>
      count(counter, known(`query ${letter} { a }`, letter, ['Query.a', `A.${letter}`]), 'wall');
    for (const letter of 'aab') ask(letter);
    expect(linesOf(counter.take())).toHaveLength(4);
    for (const letter of 'ccda') ask(letter);
    const others = '2026-11-22 others others';
    expect(linesOf(counter.take())).toEqual([
      `${others} A.c 2`,
      `${others} A.d 1`,
      `${others} Query.a 3`,
      '2026-11-22 wall a A.a 1',
      '2026-11-22 wall a Query.a 1',
    ]);
    now += 24 * 3_600_000;
    ask('c');
    expect(linesOf(counter.take())).toEqual(['2026-11-23 wall c A.c 1', '2026-11-23 wall c Query.a 1']);
  });

  test('an operation with a long name is told by its beginning', () => {
    const counter = createUsageCounter();
    count(counter, known('query Long { a }', 'L'.repeat(3_000)));
    expect([...counter.take()][0]!.operation).toBe('L'.repeat(200));
  });
});

describe('reports', () => {
  /** Takes reports until it has had `good` of them; then none until it is `well` again. */
  function createWeakSink(good: number) {
    const taken: UseCount[] = [];
    const sizes: number[] = [];
    const ids: string[] = [];
    return {
      ids,
      taken,
      sizes,
      well: false,
      refused: 0,
      async report({ id, counts }: UseReport) {
        ids.push(id);
        if (!this.well && sizes.length === good) {
          this.refused += 1;
          throw new Error('not now');
        }
        sizes.push(counts.length);
        taken.push(...counts);
      },
    };
  }

  test('what did not arrive comes again, with what came since; what is left comes at the end', async () => {
    const counter = createUsageCounter({ now: NOON });
    const sink = createWeakSink(0);
    const reporter = reportUsage({ counter, sink, every: 5, log });
    count(counter, ROOMS, 'wall');
    await eventually(
      () => sink.refused,
      (times) => times > 0,
    );
    sink.well = true;
    count(counter, ROOMS, 'wall');
    await reporter.stop();
    const rooms = sink.taken.filter(({ coordinate }) => coordinate === 'Room.id');
    expect(rooms).toMatchObject([{ count: 1 }, { count: 1 }]);
    // The first came again under its id; the second is another report.
    expect(sink.ids.length).toBeGreaterThan(2);
    expect(new Set(sink.ids).size).toBe(2);
  });

  test('each is bounded, and what has arrived is not counted again when a later one fails', async () => {
    const counter = createUsageCounter({ now: NOON });
    const sink = createWeakSink(2);
    const coordinates = Array.from({ length: 10 }, (_, i) => `Query.f${i}`);
    count(counter, known('query Ten { a }', 'Ten', coordinates), 'wall');
    const reporter = reportUsage({ counter, sink, every: 5, atOnce: 3, log });
    await eventually(
      () => sink.refused,
      (times) => times > 0,
    );
    sink.well = true;
    await reporter.stop();
    expect(sink.sizes).toEqual([3, 3, 3, 1]);
    expect(sink.taken.map(({ coordinate }) => coordinate).sort()).toEqual(coordinates);
    expect(sink.taken.every(({ count: times }) => times === 1)).toBe(true);
  });

  test('a coordinate that is longer than the registry takes does not hold up the others', async () => {
    const counter = createUsageCounter();
    const sink = createWeakSink(1);
    count(counter, known('query Long { a }', 'Long', [`Query.${'f'.repeat(400)}`, 'Query.a']));
    await reportUsage({ counter, sink, log }).stop();
    expect(sink.taken.map(({ coordinate }) => coordinate)).toEqual(['Query.a']);
  });
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
