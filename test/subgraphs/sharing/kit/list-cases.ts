// Random rows and random pages of the lists of `sharing`, full of ties, gaps and hard text.
import fc from 'fast-check';
import type { LoadableRow } from '../../../../subgraphs/kit/database/load-rows';
import { positionOf, within, type ListCase, type ListOf, type Row } from '../../../kit/list-model';

export const resources: ListOf = {
  name: 'SharedResource',
  orders: { NAME: 'name', CAPACITY: 'capacity', UPDATED_AT: 'updatedAt' },
  defaultOrder: { field: 'NAME', direction: 'ASC' },
  matches: (row, filter) =>
    isOneOf(row.kind, filter.kind) &&
    isOneOf(row.state, filter.state) &&
    isOneOf(row.sourceKey, filter.sourceKey) &&
    (filter.ownerStated === undefined || row.ownerStated === filter.ownerStated) &&
    isWithin(row.capacity, filter.capacity),
};

export const bookings: ListOf = {
  name: 'Booking',
  orders: { STARTS_AT: 'startsAt', REQUESTED_AT: 'requestedAt', UPDATED_AT: 'updatedAt' },
  defaultOrder: { field: 'STARTS_AT', direction: 'ASC' },
  matches: (row, filter) => isOneOf(row.state, filter.state) && isOneOf(row.resourceId, filter.resource),
};

export const openingWindows: ListOf = {
  name: 'AvailabilityWindow',
  orders: { WEEKDAY: 'weekday', UPDATED_AT: 'updatedAt' },
  defaultOrder: { field: 'WEEKDAY', direction: 'ASC' },
  matches: (row, filter) => isWithin(row.weekday, filter.weekday),
};

function isOneOf(value: unknown, allowed: unknown): boolean {
  return allowed === undefined || (value != null && (allowed as unknown[]).includes(value));
}

function isWithin(value: unknown, range: unknown): boolean {
  return range === undefined || within(value, range as { min?: number; max?: number });
}

const LETTERS = [
  'a',
  'A',
  'b',
  ' ',
  '中',
  '文',
  'é',
  'e\u0301',
  'ß',
  '\u{1f600}',
  '\ue000',
  '\ufffd',
  '_',
  '%',
];
/** Case, padding, scripts, and code points above and below U+FFFF, which UTF-16 sorts the wrong way round. */
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 3 }).map((letters) => letters.join(''));
export const time = fc.constantFrom(
  '2026-11-20T00:00:00.000Z',
  '2026-11-21T00:00:00.000Z',
  '2026-11-21T00:00:00.001Z',
  '2026-12-01T00:00:00.000Z',
);
const HOMES = ['a', 'a-b', 'b'];

export const resourceValues = fc.record({
  home: fc.constantFrom(...HOMES),
  name: text,
  sourceKey: fc.option(text),
  kind: fc.constantFrom('VENUE', 'TEAM'),
  state: fc.constantFrom(null, 'LISTED', 'PAUSED'),
  capacity: fc.constantFrom(null, 0, 1, 2, 300),
  ownerStated: fc.boolean(),
  updatedAt: time,
});

export const resourceFilter = fc.record(
  {
    kind: fc.subarray(['VENUE', 'TEAM']),
    state: fc.subarray(['LISTED', 'PAUSED']),
    sourceKey: fc.array(text, { minLength: 1, maxLength: 4 }),
    ownerStated: fc.boolean(),
    capacity: fc.constantFrom({}, { min: 1 }, { max: 1 }, { min: 1, max: 2 }),
  },
  { requiredKeys: [] },
);

export interface CaseSource {
  rows: LoadableRow[];
  /** Rows that are not loaded, for cursors of rows that do not exist. */
  others: LoadableRow[];
  filter: fc.Arbitrary<Record<string, unknown>>;
  /** Whether the list takes `homes`. */
  scattered: boolean;
}

/** The rows, and a few cases over them. */
export function withCases(list: ListOf, source: CaseSource): fc.Arbitrary<[LoadableRow[], ListCase[]]> {
  return fc.tuple(fc.constant(source.rows), fc.array(caseOf(list, source), { minLength: 1, maxLength: 6 }));
}

const absent = { nil: undefined };

function caseOf(list: ListOf, { rows, others, filter, scattered }: CaseSource): fc.Arbitrary<ListCase> {
  const orderBy = fc.record({
    field: fc.constantFrom(...Object.keys(list.orders)),
    direction: fc.constantFrom('ASC' as const, 'DESC' as const),
  });
  const size = fc.oneof(fc.record({ first: fc.nat(4) }), fc.record({ last: fc.nat(4) }), fc.constant({}));
  const cursorRow = fc.option(
    fc.constantFrom(...[...rows, ...others].map(({ values }) => values as Row)),
    absent,
  );
  const homes = scattered ? fc.option(fc.subarray(HOMES), { ...absent, freq: 5 }) : fc.constant(undefined);
  return fc
    .record({
      orderBy: fc.option(orderBy, absent),
      filter: fc.option(filter, absent),
      homes,
      size,
      after: cursorRow,
      before: cursorRow,
    })
    .map(({ size: sized, after, before, ...asked }) => ({
      ...asked,
      ...sized,
      after: after && positionOf(list, asked, after),
      before: before && positionOf(list, asked, before),
    }));
}
