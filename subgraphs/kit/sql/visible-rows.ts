// The rows of a noun that are there for whoever asks: drafts are there for their owner, and for the parties if so said.
import type { NounSpec } from '../noun/spec';
import type { RequestContext } from '../request-context';
import { condition, type Condition } from './condition';

/** Nothing where all rows are there for whoever asks. */
export function visibleRows(
  { readers }: NounSpec,
  { actor }: Pick<RequestContext, 'actor'>,
): Condition | undefined {
  const { drafts, parties } = readers;
  if (!drafts) return undefined;
  const columns = ['home', ...(drafts.readers === 'parties' ? parties : [])];
  const own = columns.map((column) => `t.${column} = ?`).join(' OR ');
  const organization = actor?.organization ?? '';
  return condition(
    `(t.state IS NULL OR t.state NOT IN (?) OR ${own})`,
    drafts.states,
    ...columns.map(() => organization),
  );
}
