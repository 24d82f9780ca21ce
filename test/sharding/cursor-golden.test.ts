// The published vectors of cursor v1 hold for schema/cursor.ts, as they must for shards in other languages.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compareValues } from '../../schema/code-point-order';
import {
  canonicalJson,
  comparePositions,
  decodeCursor,
  encodeCursor,
  hashFilter,
  readCursor,
  type Direction,
  type Position,
  type SortValue,
} from '../../schema/cursor';

interface Golden {
  filters: { name: string; filter: unknown; canonical: string; hash: string }[];
  cursors: {
    name: string;
    order: string;
    direction: Direction;
    filter: unknown;
    values: SortValue[];
    id: string;
    cursor: string;
  }[];
  ascending: { name: string; values: SortValue[] }[];
  positionsAscending: Position[];
  unreadable: { name: string; cursor: string }[];
}

const golden = JSON.parse(
  readFileSync(path.join(__dirname, '../../schema/cursor.golden.json'), 'utf8'),
) as Golden;

test.each(golden.filters)('hash of a filter: $name', ({ filter, canonical, hash }) => {
  expect(canonicalJson(filter ?? {})).toBe(canonical);
  expect(hashFilter(filter)).toBe(hash);
});

test.each(golden.cursors)('cursor: $name', ({ order, direction, filter, values, id, cursor }) => {
  const ordering = { order, direction, filterHash: hashFilter(filter) };
  expect(encodeCursor(ordering, { values, id })).toBe(cursor);
  expect(decodeCursor(cursor)).toEqual({ ...ordering, values, id });
  expect(() => readCursor(cursor, { ...ordering, order: 'Other.ORDER' }, values.length)).toThrow(
    'another order or filter',
  );
});

test.each(golden.ascending)('order: $name', ({ values }) => {
  expect([...values].reverse().sort(compareValues)).toEqual(values);
});

test('order of positions: by values, then by id; DESC is the exact reverse', () => {
  const shuffled = [...golden.positionsAscending].sort((a, b) =>
    a.id + a.values < b.id + b.values ? 1 : -1,
  );
  expect([...shuffled].sort((a, b) => comparePositions('ASC', a, b))).toEqual(golden.positionsAscending);
  expect([...shuffled].sort((a, b) => comparePositions('DESC', a, b))).toEqual(
    [...golden.positionsAscending].reverse(),
  );
});

test.each(golden.unreadable)('unreadable: $name', ({ cursor }) => {
  expect(decodeCursor(cursor)).toBeNull();
});
