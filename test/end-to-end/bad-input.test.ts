// Bad input through the gateway: each fault once, at its place, in both languages, and nothing beside it is disturbed.
import { encodeCursor, hashFilter } from '../../schema/cursor';
import { runDemonstration, type Answer, type RunningDemonstration } from '../kit/run-demonstration';
import { expectBilingual, expectNoInsides } from '../kit/spoken';
import { rowId } from '../../subgraphs/demonstration/rows';

const BOOKING = rowId('demo-community', 'booking', 'demo:booking:3');
const NOBODYS = rowId('demo-community', 'booking', 'of nobody');
const STRANGERS = rowId('stranger', 'booking', 'of a home that has not joined');

/** A well-formed cursor: by the day of publication or by the start, ascending, without a filter. */
const cursor = (order: string, id = BOOKING) =>
  encodeCursor({ order, direction: 'ASC', filterHash: hashFilter(null) }, { values: [null], id });
const needs = (args: string) => `needs(${args}) { totalCount edges { node { id } } }`;
const organizations = (args: string) => `organizations(${args}) { totalCount edges { node { id } } }`;
const byPublished = cursor('NeedOrderField.PUBLISHED_ON');
const byName = cursor('OrganizationOrderField.NAME', 'demo-street');

/** What is wrong, its code and the field that says it. */
const SHARDED: [what: string, code: string, field: string][] = [
  ['a malformed id', 'BAD_ID', 'booking(id: "Booking 1") { id }'],
  ['an id of another alphabet', 'BAD_ID', 'need(id: "东关.need.1") { id }'],
  ['a homes entry that is no id', 'BAD_ID', needs('homes: ["x y"]')],
  ['a homes entry that is the id of a row', 'BAD_ID', needs(`homes: ["${BOOKING}"]`)],
  ['a malformed id in a filter', 'BAD_ID', 'bookings(filter: { resource: ["x y"] }) { totalCount }'],
  [
    'a malformed id in the filter of a summary',
    'BAD_ID',
    'bookingSummary(filter: { requester: ["x y"] }) { count }',
  ],
  ['a cursor that is none', 'BAD_CURSOR', needs('after: "abc"')],
  [
    'a cursor of a later version',
    'BAD_CURSOR',
    needs(`after: "${Buffer.from('[2]').toString('base64url')}"`),
  ],
  [
    'a cursor of another order',
    'CURSOR_MISMATCH',
    needs(`after: "${byPublished}", orderBy: { field: CLAIM_BY }`),
  ],
  [
    'a cursor of another direction',
    'CURSOR_MISMATCH',
    needs(`before: "${byPublished}", orderBy: { field: PUBLISHED_ON, direction: DESC }`),
  ],
  [
    'a cursor of another filter',
    'CURSOR_MISMATCH',
    needs(`after: "${byPublished}", filter: { state: [PUBLISHED] }`),
  ],
  ['a cursor of another list', 'CURSOR_MISMATCH', `bookings(after: "${byPublished}") { totalCount }`],
  ['first below zero', 'BAD_PAGE', needs('first: -1')],
  ['first of a thousand million', 'BAD_PAGE', needs('first: 1000000000')],
  ['last beyond a page', 'BAD_PAGE', needs('last: 501')],
  ['first together with last', 'BAD_PAGE', needs('first: 1, last: 1')],
  ['a day that does not exist', 'BAD_DAY', needs('filter: { publishedOn: { from: "2026-02-30" } }')],
  [
    'a day in the filter of a summary',
    'BAD_DAY',
    'attendanceSummary(filter: { heldOn: { to: "today" } }) { count }',
  ],
  [
    'a time without an offset',
    'BAD_TIME',
    'meetings(filter: { startsAt: { from: "2026-11-22T09:00:00" } }) { totalCount }',
  ],
  [
    'a clock time that does not exist',
    'BAD_TIME',
    'sharedResources(filter: { vacancy: { from: "25:00", until: "26:00" } }) { totalCount }',
  ],
  [
    'days in the wrong order',
    'BAD_RANGE',
    'agreementTasks(filter: { dueOn: { from: "2026-11-22", to: "2026-11-21" } }) { totalCount }',
  ],
  [
    'numbers in the wrong order',
    'BAD_RANGE',
    'sharedResources(filter: { capacity: { min: 2, max: 1 } }) { totalCount }',
  ],
  [
    'times in the wrong order',
    'BAD_RANGE',
    'bookings(filter: { startsAt: { from: "2026-11-22T00:00:00Z", before: "2026-11-21T00:00:00Z" } }) { totalCount }',
  ],
];

const DIRECTORY: typeof SHARDED = [
  ['a malformed id', 'BAD_ID', 'organization(id: "示例") { id }'],
  ['a malformed id in a filter', 'BAD_ID', organizations('filter: { parent: ["x y"] }')],
  ['a cursor that is none', 'BAD_CURSOR', organizations('before: "%"')],
  [
    'a cursor of another order',
    'CURSOR_MISMATCH',
    organizations(`after: "${byName}", orderBy: { field: KIND }`),
  ],
  [
    'a cursor of another filter',
    'CURSOR_MISMATCH',
    organizations(`after: "${byName}", filter: { fictional: true }`),
  ],
  ['first below zero', 'BAD_PAGE', organizations('first: -1')],
  ['first of a thousand million', 'BAD_PAGE', 'workAreas(first: 1000000000) { totalCount }'],
  ['first together with last', 'BAD_PAGE', 'honours(first: 1, last: 1) { totalCount }'],
  [
    'a day that does not exist',
    'BAD_DAY',
    'administrativeDivisions(filter: { validOn: "2026-13-01" }) { totalCount }',
  ],
  [
    'days in the wrong order',
    'BAD_RANGE',
    'policyDocuments(filter: { issuedOn: { from: "2011-01-01", to: "2010-01-01" } }) { totalCount }',
  ],
  [
    'numbers in the wrong order',
    'BAD_RANGE',
    'starRatings(filter: { year: { min: 2, max: 1 } }) { totalCount }',
  ],
];

const GOOD = {
  bookings: 'bookings(first: 0) { totalCount }',
  workAreas: 'workAreas(first: 0) { totalCount }',
  meetingSummary: 'meetingSummary { count coverage { complete } }',
};

let demonstration: RunningDemonstration;
let undisturbed: Answer['data'];

beforeAll(async () => {
  demonstration = await runDemonstration();
  const { data, errors } = await demonstration.ask(`{ ${Object.values(GOOD).join(' ')} }`);
  expect(errors).toBeUndefined();
  undisturbed = data;
});

afterAll(() => demonstration?.stop());

/** Asks fields beside good ones; the errors and what the fields became. */
async function askBeside(fields: string, variables?: Record<string, unknown>, definitions = '') {
  const answer = await demonstration.ask(
    `query ${definitions} { ${Object.values(GOOD).join(' ')} ${fields} }`,
    variables,
  );
  expectNothingLeaks(answer);
  const { bookings, workAreas, meetingSummary, ...rest } = answer.data as Record<string, unknown>;
  expect({ bookings, workAreas, meetingSummary }).toEqual(undisturbed);
  for (const { message } of answer.errors ?? []) expectBilingual(message);
  return {
    data: rest,
    errors: (answer.errors ?? []).map(({ path, extensions }) => ({ path, code: extensions?.code })),
  };
}

function expectNothingLeaks(answer: unknown): void {
  expectNoInsides(answer);
  expect(JSON.stringify(answer)).not.toMatch(/https?:|127\.0\.0\.1|localhost|ECONN|stack/);
}

describe.each([
  ['sharded', SHARDED],
  ['directory', DIRECTORY],
])('%s', (_, cases) => {
  test.each(cases)('%s: %s', async (_what, code, field) => {
    expect(await askBeside(`bad: ${field}`)).toEqual({
      data: { bad: null },
      errors: [{ path: ['bad'], code }],
    });
  });

  test('all of them in one operation', async () => {
    const { data, errors } = await askBeside(cases.map(([, , field], i) => `bad${i}: ${field}`).join(' '));
    const places = new Map(errors.map(({ path, code }) => [String(path), code]));
    expect(Object.fromEntries(places)).toEqual(
      Object.fromEntries(cases.map(([, code], i) => [`bad${i}`, code])),
    );
    expect(errors).toHaveLength(cases.length);
    expect(new Set(Object.values(data))).toEqual(new Set([null]));
  });
});

test('bad values in variables are refused like those in the document', async () => {
  const fields =
    'days: needs(filter: { publishedOn: $days }) { totalCount } time: bookings(filter: { startsAt: { from: $time } }) { totalCount } on: administrativeDivisions(filter: { validOn: $day }) { totalCount } page: needs(first: $first) { totalCount } id: need(id: $id) { id }';
  const variables = { days: { from: '2026-02-30' }, time: 'noon', day: '2025-02-29', first: -1, id: 'x y' };
  const { data, errors } = await askBeside(
    fields,
    variables,
    '($days: DayRange, $time: DateTime, $day: Day, $first: Int, $id: ID!)',
  );
  expect(data).toEqual({ days: null, time: null, on: null, page: null, id: null });
  expect(errors).toHaveLength(5);
  expect(Object.fromEntries(errors.map(({ path, code }) => [String(path), code]))).toEqual({
    days: 'BAD_DAY',
    time: 'BAD_TIME',
    on: 'BAD_DAY',
    page: 'BAD_PAGE',
    id: 'BAD_ID',
  });
});

test('well-formed ids of nothing are null without an error', async () => {
  const { data, errors } = await askBeside(
    `own: booking(id: "${NOBODYS}") { id } far: booking(id: "${STRANGERS}") { id } directory: organization(id: "stranger") { id }`,
  );
  expect(data).toEqual({ own: null, far: null, directory: null });
  expect(errors).toEqual([]);
});

test('ids by position: a malformed one refuses its own position', async () => {
  const ids = `["${BOOKING}", "x y", "${NOBODYS}", "${BOOKING}"]`;
  const { data, errors } = await askBeside(
    `many: bookingById(ids: ${ids}) { id } bodies: organizationById(ids: ["demo-street", "X", "stranger"]) { id }`,
  );
  expect(data).toEqual({
    many: [{ id: BOOKING }, null, null, { id: BOOKING }],
    bodies: [{ id: 'demo-street' }, null, null],
  });
  expect(errors).toEqual(
    expect.arrayContaining([
      { path: ['many', 1], code: 'BAD_ID' },
      { path: ['bodies', 1], code: 'BAD_ID' },
    ]),
  );
  expect(errors).toHaveLength(2);
});

test.each([
  [
    'a list of one home',
    'sharedResources(first: 5) { edges { node { id bookings(first: -1) { totalCount } } } }',
    'BAD_PAGE',
    ['list', 'edges', 0, 'node', 'bookings'],
  ],
  [
    'free times',
    'sharedResources(first: 5) { edges { node { id freeSlots(days: { from: "2026-02-30" }) { from } } } }',
    'BAD_DAY',
    ['list', 'edges', 0, 'node', 'freeSlots'],
  ],
  [
    'a list of all homes under an organization',
    'organizations(first: 5) { edges { node { id requestedBookings(after: "abc") { totalCount } } } }',
    'BAD_CURSOR',
    ['list', 'edges'],
  ],
  [
    'a list of an organization’s own',
    'organizations(first: 5) { edges { node { id needs(first: 1, last: 1) { totalCount } } } }',
    'BAD_PAGE',
    ['list', 'edges'],
  ],
])('%s within a list is refused once, and the rows stay', async (_, field, code, place) => {
  const { data, errors } = await askBeside(`list: ${field}`);
  expect((data.list as { edges: { node: object }[] }).edges.map(({ node }) => Object.values(node))).toEqual(
    Array(5).fill([expect.any(String), null]),
  );
  expect(errors.map((error) => error.code)).toEqual([code]);
  expect(errors[0]!.path!.slice(0, place.length)).toEqual(place);
});

test.each([
  ['a document that cannot be read', '{ needs(', 'GRAPHQL_PARSE_FAILED'],
  ['a field that does not exist', '{ residents { name } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['a value of no enum', '{ needs(filter: { state: [LOST] }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a variable of the wrong type',
    'query ($first: Int) { needs(first: $first) { totalCount } }',
    'BAD_USER_INPUT',
  ],
])('%s is the caller’s fault and leaks nothing', async (_, query, code) => {
  const answer = await demonstration.ask(query, { first: 'many' });
  expect(answer.errors!.map(({ extensions }) => extensions?.code)).toEqual([code]);
  expect(answer.data ?? null).toBeNull();
  expectNothingLeaks(answer);
});
