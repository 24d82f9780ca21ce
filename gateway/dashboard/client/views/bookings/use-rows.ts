// Question 4 as rows: one for each resource, with how often it was used, revoked and not used.
import type { BookingRowsQuery, Q04UsePerResourceLastQuarterQuery } from '../../graph/operation-types';
import { BookingRows } from '../../graph/operations';
import type { Provenance } from '../../graph/figures';
import { readList } from '../../graph/read-list';
import { rowsBehind, tableOf } from '../../graph/table-content';
import { codeColumn, numberColumn, textColumn, timeColumn } from '../row-columns';
import { words } from './words';

export const USED = 'COMPLETED';
export const REVOKED = 'REVOKED';
export const NOT_USED = 'NOT_USED';

export interface UseRow {
  id: string;
  name: string | null;
  owner: string | null;
  provenance: Provenance | null;
  counts: Record<string, number>;
}

/** Most bookings first. Stated and demonstration bookings of one resource stay two rows. */
export function useOf({ bookingSummary }: Q04UsePerResourceLastQuarterQuery): UseRow[] {
  const rows = new Map<string, UseRow>();
  for (const { key, count, state, provenance, resource } of bookingSummary?.groups ?? []) {
    const id = `${resource?.id ?? key} ${provenance}`;
    const row = rows.get(id) ?? {
      id: resource?.id ?? key,
      name: resource?.name ?? null,
      owner: resource?.owner?.name ?? null,
      provenance,
      counts: {},
    };
    if (state) row.counts[state] = (row.counts[state] ?? 0) + (count ?? 0);
    rows.set(id, row);
  }
  return [...rows.values()].sort((a, b) => bookingsOf(b) - bookingsOf(a));
}

function bookingsOf({ counts }: UseRow): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export function useTable(rows: UseRow[]) {
  return tableOf<UseRow>({
    title: words.usePerResource,
    columns: [
      textColumn('name', words.resource, ({ name }) => name),
      numberColumn('used', words.used, ({ counts }) => counts[USED] ?? 0),
      numberColumn('revoked', words.revoked, ({ counts }) => counts[REVOKED] ?? 0),
      numberColumn('not-used', words.notUsed, ({ counts }) => counts[NOT_USED] ?? 0),
    ],
    rows,
    key: ({ id, provenance }) => `${id} ${provenance}`,
    origin: ({ id, owner, provenance }) => ({ id: id.includes('.resource.') ? id : null, owner, provenance }),
    behind: rowsBehind({
      operation: BookingRows,
      rows: ({ bookings }) => readList(bookings).rows,
      isOf: ({ resource, provenance }, of: UseRow) => resource?.id === of.id && provenance === of.provenance,
      table: bookingTable,
    }),
  });
}

type Booking = NonNullable<BookingRowsQuery['bookings']>['edges'][number]['node'];

function bookingTable(rows: readonly Booking[]) {
  return tableOf<Booking>({
    title: words.usePerBooking,
    columns: [
      textColumn('resource', words.resource, ({ resource }) => resource?.name),
      timeColumn('starts', words.starts, ({ startsAt }) => startsAt),
      codeColumn('state', words.state, 'BookingState', ({ state }) => state),
      textColumn('requester', words.requester, ({ requester }) => requester?.name),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, resource, provenance }) => ({ id, owner: resource?.owner?.name ?? null, provenance }),
  });
}
