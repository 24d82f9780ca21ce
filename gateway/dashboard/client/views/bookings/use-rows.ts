// Question 4 as rows: one for each resource, with how often it was used, revoked and not used.
import type { Q04UsePerResourceLastQuarterQuery } from '../../graph/operation-types';
import type { Provenance } from '../../graph/figures';
import { tableOf } from '../../graph/table-content';
import { numberColumn, textColumn } from '../row-columns';
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

/** Stated and demonstration bookings of one resource stay two rows. */
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
  return [...rows.values()];
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
  });
}
