// Bad input refuses its own field, with a code and a sentence, and nothing beside it.
import { encodeCursor } from '../../../schema/cursor';
import { unit } from '../../../subgraphs/unit/program';
import { openShard, type OpenShard } from '../../kit/open-shard';
import { expectBilingual, expectNoInsides } from '../../kit/spoken';
import { sqlite } from '../../kit/test-databases';
import { booking, idOf, openingWindow, resource } from './kit/sharing-rows';

const ID = idOf('yili', 'resource', 1);
/** A cursor of the order by name, ascending, without a filter. */
const byName = (value: string | number | null) =>
  encodeCursor(
    { order: 'SharedResourceOrderField.NAME', direction: 'ASC', filterHash: '44136fa355b3678a' },
    { values: [value], id: ID },
  );
const resources = (args: string) => `sharedResources(${args}) { totalCount edges { node { id } } }`;
const vacancy = (members: string) => resources(`filter: { vacancy: { ${members} } }`);
const freeSlots = (days: string) => `sharedResource(id: "${ID}") { freeSlots(days: ${days}) { from } }`;
const manyIds = Array.from({ length: 5_001 }, (_, n) => `"${idOf('yili', 'resource', n)}"`).join();

let shard: OpenShard;
beforeAll(async () => {
  shard = await openShard(unit, 'sharing', sqlite);
  await shard.load([resource(1), openingWindow(1, ID), booking(1, ID)]);
});
afterAll(() => shard.close());

/** Asks one bad field beside a good one. */
async function refusal(field: string) {
  const answer = await shard.ask(`{ good: bookings { totalCount } bad: ${field} }`);
  expect(answer.data.good).toEqual({ totalCount: 1 });
  expect(shard.faults).toEqual([]);
  expectNoInsides(answer);
  expect(answer.errors).toHaveLength(1);
  const [error] = answer.errors!;
  expectBilingual(error!.message);
  return { code: error!.extensions.code, path: error!.path, bad: answer.data.bad };
}

test.each([
  ['an id with capitals', 'BAD_ID', 'sharedResource(id: "Yili.resource.1") { id }'],
  ['a homes entry that is no home', 'BAD_ID', resources(`homes: ["${ID}"]`)],
  ['a homes entry that is no id', 'BAD_ID', resources('homes: ["伊犁"]')],
  [
    'a reference filter with a malformed id',
    'BAD_ID',
    'bookings(filter: { resource: ["x y"] }) { totalCount }',
  ],
  ['a cursor that is no cursor', 'BAD_CURSOR', resources('after: "abc"')],
  ['an empty cursor', 'BAD_CURSOR', resources('before: ""')],
  ['a cursor whose value is a number in an order by text', 'BAD_CURSOR', resources(`after: "${byName(5)}"`)],
  [
    'a cursor under another order',
    'CURSOR_MISMATCH',
    resources(`after: "${byName('a')}", orderBy: { field: CAPACITY }`),
  ],
  [
    'a cursor under another direction',
    'CURSOR_MISMATCH',
    resources(`after: "${byName('a')}", orderBy: { field: NAME, direction: DESC }`),
  ],
  [
    'a cursor under another filter',
    'CURSOR_MISMATCH',
    resources(`after: "${byName('a')}", filter: { kind: [VENUE] }`),
  ],
  ['first below zero', 'BAD_PAGE', resources('first: -1')],
  ['first of a thousand million', 'BAD_PAGE', resources('first: 1000000000')],
  ['last beyond the largest page', 'BAD_PAGE', resources('last: 501')],
  ['first together with last', 'BAD_PAGE', resources('first: 1, last: 1')],
  [
    'a day that does not exist',
    'BAD_DAY',
    'needs(filter: { publishedOn: { from: "2026-02-30" } }) { totalCount }',
  ],
  ['a day that is a number', 'BAD_DAY', 'needs(filter: { publishedOn: { to: 20261122 } }) { totalCount }'],
  [
    'a vacancy on a day that does not exist',
    'BAD_DAY',
    vacancy('day: "2026-13-01", from: "09:00", until: "10:00"'),
  ],
  [
    'a time without an offset',
    'BAD_TIME',
    'bookings(filter: { startsAt: { from: "2026-11-22T09:00:00" } }) { totalCount }',
  ],
  [
    'a time at the hour 24',
    'BAD_TIME',
    'bookings(filter: { startsAt: { from: "2026-11-22T24:00:00Z" } }) { totalCount }',
  ],
  ['a clock time that does not exist', 'BAD_TIME', vacancy('from: "9:00", until: "10:00"')],
  ['a vacancy that ends before it starts', 'BAD_RANGE', vacancy('from: "10:00", until: "09:00"')],
  ['a vacancy for nobody', 'BAD_RANGE', vacancy('from: "09:00", until: "10:00", headcount: 0')],
  [
    'a vacancy a thousand million days away',
    'BAD_RANGE',
    vacancy('dayOffset: 1000000000, from: "09:00", until: "10:00"'),
  ],
  [
    'days in the wrong order',
    'BAD_RANGE',
    'needs(filter: { publishedOn: { from: "2026-11-22", to: "2026-11-21" } }) { totalCount }',
  ],
  ['numbers in the wrong order', 'BAD_RANGE', resources('filter: { capacity: { min: 2, max: 1 } }')],
  [
    'a period together with a day',
    'BAD_RANGE',
    'needs(filter: { publishedOn: { period: TODAY, from: "2026-11-22" } }) { totalCount }',
  ],
  ['a condition of 5,001 values', 'TOO_MANY', `bookings(filter: { resource: [${manyIds}] }) { totalCount }`],
])('%s is refused as %s', async (_, code, field) => {
  expect(await refusal(field)).toEqual({ code, path: ['bad'], bad: null });
});

test.each([
  ['more than 92 days', 'TOO_MANY', '{ from: "2026-01-01", to: "2026-12-31" }'],
  ['days in the wrong order', 'BAD_RANGE', '{ to: "2026-01-01" }'],
  ['a day that does not exist', 'BAD_DAY', '{ from: "2026-02-29" }'],
  ['the last day that can be written', 'BAD_DAY', '{ from: "9999-12-31", to: "9999-12-31" }'],
])('free slots of %s are refused as %s', async (_, code, days) => {
  expect(await refusal(freeSlots(days))).toEqual({
    code,
    path: ['bad', 'freeSlots'],
    bad: { freeSlots: null },
  });
});

test('free slots of 92 days are answered', async () => {
  const { data, errors } = await shard.ask(`{ ${freeSlots('{ from: "2026-11-01", to: "2027-01-31" }')} }`);
  expect(errors).toBeUndefined();
  expect(data.sharedResource.freeSlots).not.toHaveLength(0);
});

test('a malformed id among several refuses its own position', async () => {
  expect(await refusal(`sharedResourceById(ids: ["${ID}", "BAD", "${ID}"]) { id }`)).toEqual({
    code: 'BAD_ID',
    path: ['bad', 1],
    bad: [{ id: ID }, null, { id: ID }],
  });
});

test('a malformed id among representations refuses its own position', async () => {
  const representations = `[{ __typename: "Booking", id: "BAD" }, { __typename: "Organization" }, { __typename: "SharedResource", id: "${ID}" }]`;
  const { data, errors } = await shard.ask(
    `{ _entities(representations: ${representations}) { ... on SharedResource { name } } }`,
  );
  expect(data).toEqual({ _entities: [null, null, { name: '场地1' }] });
  expect(errors!.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['_entities', 0], 'BAD_ID'],
    [['_entities', 1], 'BAD_ID'],
  ]);
});

test('bad values in variables are refused as those in the document are', async () => {
  const { data, errors } = await shard.ask(
    'query ($days: DayRange!) { good: bookings { totalCount } bad: needs(filter: { publishedOn: $days }) { totalCount } }',
    { days: { from: '2026-02-30' } },
  );
  expect(data).toEqual({ good: { totalCount: 1 }, bad: null });
  expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_DAY']);
});

test('forty thousand ids are answered by position', async () => {
  const ids = Array.from({ length: 40_000 }, (_, n) => idOf('yili', 'resource', n));
  const { data, errors } = await shard.ask('query ($ids: [ID!]!) { sharedResourceById(ids: $ids) { id } }', {
    ids,
  });
  expect(errors).toBeUndefined();
  expect(data.sharedResourceById).toEqual(ids.map((id) => (id === ID ? { id } : null)));
});

test('the coverage of a shard names the homes that it does not hold', async () => {
  const { data } = await shard.ask(
    '{ bookings(homes: ["yili", "else", "yili"]) { totalCount coverage { complete asked answered missing { home reason } } } }',
  );
  expect(data.bookings).toEqual({
    totalCount: 1,
    coverage: { complete: false, asked: 2, answered: 1, missing: [{ home: 'else', reason: 'NOT_JOINED' }] },
  });
});
