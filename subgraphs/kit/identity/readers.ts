// Who may read what of a noun: declared once with it, printed into the contract, and held to by the row's owner.
import { refuse } from '../../../schema/codes';
import type { NounSpec } from '../noun/spec';
import type { RequestContext } from '../request-context';
import type { Condition } from '../sql/condition';

/** `members`: every signed-in office; `parties`: the owner of a row and the organizations that it names; else all may read. */
export type Readers = 'members' | 'parties' | 'owner';

/** Rows in these states are there for their owner, and for the parties if so said, and for nobody else: no list, count or sum has them. */
export interface Drafts {
  states: readonly string[];
  readers: 'owner' | 'parties';
  /** Of parties that no column names: the rows, with SQL alias `alias`, to which the organization is one. */
  concerns?: (organization: string, alias: string) => Condition;
}

/** What a row is a part of: whoever the whole is not there for, the part is not there for either. */
export interface PartOf {
  /** The reference to it. */
  column: string;
  whole: () => NounSpec;
}

export interface NounReaders {
  /** Of every row and of its counts; absent where all may read. */
  rows?: 'members';
  /** Columns that name the organizations concerned, beside the owner. */
  parties: readonly string[];
  drafts?: Drafts;
  partOf?: PartOf;
  /** Of the steps that a row has taken: whoever may not read why a row changed, or by whom, does not read it there either. */
  steps?: Exclude<Readers, 'members'>;
}

/** Said in the contract; the gateway enforces it before anything is planned. */
export const MEMBERS_ONLY = '@authenticated';

/** Throws FORBIDDEN where a field of this row is not for whoever asks. */
export function guardField(
  spec: NounSpec,
  { field, readers }: { field: string; readers: Exclude<Readers, 'members'> },
  row: object,
  { actor }: Pick<RequestContext, 'actor'>,
): void {
  const columns = ['home', ...(readers === 'parties' ? spec.readers.parties : [])];
  const concerned = columns.map((column) => (row as Record<string, unknown>)[column]);
  if (actor && concerned.includes(actor.organization)) return;
  throw refuse('FORBIDDEN', {
    zh: `${spec.name}.${field} 只对${READERS[readers].zh}开放，没有给出。`,
    en: `${spec.name}.${field} is open to ${READERS[readers].en} only, and was not given.`,
  });
}

const READERS = {
  owner: { zh: '所有方', en: 'the owner' },
  parties: { zh: '所有方和当事单位', en: 'the owner and the organizations concerned' },
};

/** What a list, a count or a sum leaves out, said in the contract: `中文。 English.`, empty where all rows are there for all. */
export function saidOfDrafts({ drafts, partOf }: Pick<NounReaders, 'drafts' | 'partOf'>): string {
  if (drafts) {
    const { zh, en } = READERS[drafts.readers];
    const states = drafts.states.join('、');
    return ` ${states} 状态的只对${zh}开放，别人的列表、计数和合计都不含。 Rows in state ${states} are there for ${en} only: nobody else's lists, counts and sums have them.`;
  }
  if (!partOf) return '';
  const whole = partOf.column.replace(/Id$/, '');
  return ` 随 ${whole} 开放：看不到它的，也看不到此行，列表、计数和合计都不含。 There for whoever its ${whole} is there for; nobody else's lists, counts and sums have it.`;
}
