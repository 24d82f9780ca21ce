// Question 9 as rows: one for each organization, with how many needs it took on and how far they are.
import type { ClaimRowsQuery, Q09ClaimsPerOrganizationQuery } from '../../graph/operation-types';
import { ClaimRows } from '../../graph/operations';
import type { Provenance } from '../../graph/figures';
import { readList, sum } from '../../graph/read-list';
import { type Column, rowsBehind, tableOf } from '../../graph/table-content';
import { codeColumn, dayColumn, numberColumn, textColumn } from '../row-columns';
import { words } from './words';

/** Stages of a claim, in the order in which it goes through them. */
export const STAGES = [
  { id: 'done', color: '#009e73', title: words.stageDone, states: ['CONFIRMED'] },
  { id: 'delivered', color: '#0072b2', title: words.stageDelivered, states: ['DELIVERED'] },
  {
    id: 'under-way',
    color: '#e69f00',
    title: words.stageUnderWay,
    states: ['ACCEPTED', 'IN_PROGRESS', 'RETURNED'],
  },
  { id: 'proposed', color: '#56b4e9', title: words.stageProposed, states: ['PROPOSED'] },
  { id: 'dropped', color: '#8a8f96', title: words.stageDropped, states: ['NOT_ACCEPTED', 'WITHDRAWN'] },
] as const;

export type Stage = (typeof STAGES)[number]['id'];

export interface ClaimRow {
  key: string;
  /** The claimant's. */
  id: string | null;
  name: string | null;
  provenance: Provenance | null;
  counts: Record<Stage, number | null>;
}

/** Stated and demonstration claims of one organization stay two rows. */
export function claimsOf({ needClaimSummary }: Q09ClaimsPerOrganizationQuery): ClaimRow[] {
  const rows = new Map<string, ClaimRow>();
  for (const { key: group, claimant, state, provenance, count } of needClaimSummary?.groups ?? []) {
    const key = `${claimant?.id ?? group} ${provenance}`;
    const row = rows.get(key) ?? {
      key,
      id: claimant?.id ?? null,
      name: claimant?.name ?? null,
      provenance,
      counts: noCounts(),
    };
    const stage = STAGES.find(({ states }) => (states as readonly string[]).includes(state ?? ''));
    if (stage) row.counts[stage.id] = sum([row.counts[stage.id], count]);
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => weightOf(b) - weightOf(a));
}

function noCounts(): Record<Stage, number | null> {
  return { done: 0, delivered: 0, 'under-way': 0, proposed: 0, dropped: 0 };
}

/** What was finished counts first. */
function weightOf({ counts }: ClaimRow): number {
  return (counts.done ?? 0) * 1000 + (takenOn(counts) ?? 0);
}

/** All but what was refused or withdrawn. */
function takenOn({ dropped: _, ...kept }: ClaimRow['counts']): number | null {
  return sum(Object.values(kept));
}

export function claimTable(rows: ClaimRow[]) {
  return tableOf<ClaimRow>({
    title: words.claimsLong,
    columns: [
      textColumn('claimant', words.claimant, ({ name }) => name),
      numberColumn('taken-on', words.takenOn, ({ counts }) => takenOn(counts)),
      ...STAGES.map(({ id, title }) => stageColumn(id, title)),
    ],
    rows,
    key: ({ key }) => key,
    origin: ({ provenance }) => ({ id: null, owner: null, provenance }),
    behind: rowsBehind({
      operation: ClaimRows,
      rows: ({ needClaims }) => readList(needClaims).rows,
      isOf: ({ claimant, provenance }, of: ClaimRow) =>
        claimant?.id === of.id && provenance === of.provenance,
      table: singleClaims,
    }),
  });
}

type Claim = NonNullable<ClaimRowsQuery['needClaims']>['edges'][number]['node'];

function singleClaims(rows: readonly Claim[]) {
  return tableOf<Claim>({
    title: words.claimsOneByOne,
    columns: [
      textColumn('need', words.need, ({ need }) => need?.text),
      textColumn('claimant', words.claimant, ({ claimant }) => claimant?.name),
      codeColumn('state', words.state, 'ClaimState', ({ state }) => state),
      dayColumn('claimed', words.claimedOn, ({ claimedOn }) => claimedOn),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}

function stageColumn(id: Stage, title: Column<ClaimRow>['title']): Column<ClaimRow> {
  return numberColumn(id, title, ({ counts }) => counts[id]);
}
