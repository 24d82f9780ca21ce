// The rows of a noun that are there for whoever asks: drafts are there for their owner, and for the parties if so said.
import type { PartOf } from '../identity/readers';
import type { NounSpec } from '../noun/spec';
import type { RequestContext } from '../request-context';
import { condition, type Condition } from './condition';

type Asker = Pick<RequestContext, 'actor'>;

/** Nothing where all rows are there for whoever asks. A part is there when the row that it is a part of is. */
export function visibleRows(spec: NounSpec, asker: Asker, alias = 't'): Condition | undefined {
  const { drafts, partOf } = spec.readers;
  if (drafts) return outsideDrafts(spec, asker, alias);
  return partOf && withVisibleWhole(partOf, asker, alias);
}

function outsideDrafts({ readers }: NounSpec, { actor }: Asker, alias: string): Condition {
  const { states, readers: who, concerns } = readers.drafts!;
  const open = condition(`(${alias}.state IS NULL OR ${alias}.state NOT IN (?))`, states);
  if (!actor) return open;
  const columns = ['home', ...(who === 'parties' ? readers.parties : [])];
  const own = columns.map((column) => condition(`${alias}.${column} = ?`, actor.organization));
  return anyOf([open, ...own, ...(concerns ? [concerns(actor.organization, alias)] : [])]);
}

function withVisibleWhole({ column, whole }: PartOf, asker: Asker, alias: string): Condition | undefined {
  const inner = `${alias}_whole`;
  const spec = whole();
  const visible = visibleRows(spec, asker, inner);
  if (!visible) return undefined;
  const sql = `EXISTS (SELECT 1 FROM ${spec.table} ${inner} WHERE ${inner}.id = ${alias}.${column} AND ${visible.sql})`;
  return { sql, parameters: visible.parameters };
}

function anyOf(conditions: readonly Condition[]): Condition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' OR ')})`,
    parameters: Object.assign({}, ...conditions.map(({ parameters }) => parameters)) as Condition['parameters'],
  };
}
