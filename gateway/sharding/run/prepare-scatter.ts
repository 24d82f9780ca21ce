// Decides how a scattered field is asked: of whom, within which bounds, rows or keys first.
import { refuse } from '../../../schema/codes';
import { readPage } from '../state/page-arguments';
import type { AskPlan, Merger, ScatterPlan } from '../plan/operation-plan';
import { askedHomes, type AskedHomes } from '../state/asked-homes';
import type { Fault } from '../state/fault';
import { orFault } from '../state/read-safely';
import type { Run } from '../state/run';

export interface PreparedScatter {
  args: Record<string, unknown>;
  asked: AskedHomes;
  ask: AskPlan;
  merger: Merger;
}

/** `parents`: representations of an entity's field, 1 at the root. */
export function prepareScatter(run: Run, scatter: ScatterPlan, parents: number): PreparedScatter | Fault {
  return orFault(() => prepare(run, scatter, parents));
}

function prepare(run: Run, scatter: ScatterPlan, parents: number): PreparedScatter {
  const { bounds, view, coerced } = run;
  const args = scatter.read(coerced);
  const asked = askedHomes(view, scatter.homes, args, bounds.ids);
  const shards = asked.shards.length;
  if (scatter.representations && parents * shards > bounds.representations)
    throw tooManyParents(parents, shards, bounds.representations);
  const size = pageSize(scatter.merger, args);
  const rows = parents * shards * size;
  if (rows > bounds.rows) throw tooManyRows(parents, shards, size, bounds.rows);
  const byKey = shards > 1 && rows > bounds.keysFirstAbove ? scatter.byKey : null;
  return { args, asked, ...(byKey ? byKey() : { ask: scatter.ask, merger: scatter.merger }) };
}

function pageSize(merger: Merger, args: Record<string, unknown>): number {
  if (merger.kind !== 'connection') return 1;
  return merger.connection.wants.rows ? readPage(args, merger.connection.orderEnum).size : 0;
}

function tooManyRows(parents: number, shards: number, size: number, max: number) {
  const product = parents > 1 ? `${parents} × ${shards} × ${size}` : `${shards} × ${size}`;
  return refuse('TOO_MANY', {
    zh: `一次要向各分片取 ${product} 行，最多 ${max} 行；请减小 first 或 last,或用 homes 缩小范围。`,
    en: `This would ask the shards for ${product} rows, at most ${max} are allowed; use a smaller first or last, or narrow it with homes.`,
  });
}

function tooManyParents(parents: number, shards: number, max: number) {
  return refuse('TOO_MANY', {
    zh: `一次要就 ${parents} 个对象询问 ${shards} 个分片，乘积最多 ${max};请减少对象，或用 homes 缩小范围。`,
    en: `This would ask ${shards} shards about ${parents} objects, at most ${max} together; ask about fewer, or narrow it with homes.`,
  });
}
