// Who may read what of a noun: declared once with it, printed into the contract, and held to by the row's owner.
import { refuse } from '../../../schema/codes';
import type { NounSpec } from '../noun/spec';
import type { RequestContext } from '../request-context';

/** `members`: every signed-in office; `parties`: the owner of a row and the organizations that it names; else all may read. */
export type Readers = 'members' | 'parties' | 'owner';

/** Rows in these states are there for their owner, and for the parties if so said, and for nobody else: no list, count or sum has them. */
export interface Drafts {
  states: readonly string[];
  readers: 'owner' | 'parties';
}

export interface NounReaders {
  /** Of every row and of its counts; absent where all may read. */
  rows?: 'members';
  /** Columns that name the organizations concerned, beside the owner. */
  parties: readonly string[];
  drafts?: Drafts;
}

/** Said in the contract; the gateway enforces it before anything is planned. */
export const MEMBERS_ONLY = '@authenticated';

/** Throws FORBIDDEN where a column of this row is not for whoever asks. */
export function guardColumn(
  spec: NounSpec,
  property: string,
  row: object,
  { actor }: Pick<RequestContext, 'actor'>,
): void {
  const { readers } = spec.columns.find((column) => column.property === property)!;
  if (!readers || readers === 'members') return;
  const columns = ['home', ...(readers === 'parties' ? spec.readers.parties : [])];
  const concerned = columns.map((column) => (row as Record<string, unknown>)[column]);
  if (actor && concerned.includes(actor.organization)) return;
  throw refuse('FORBIDDEN', {
    zh: `${spec.name}.${property} 只对${readers === 'owner' ? '所有方' : '所有方和当事单位'}开放，没有给出。`,
    en: `${spec.name}.${property} is open to ${readers === 'owner' ? 'its owner' : 'its owner and the organizations concerned'} only, and was not given.`,
  });
}
