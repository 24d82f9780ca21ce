// Merges what came for one scattered field into one value, and says which objects of shards it is made of.
import { COVERED } from '../plan/hidden';
import type { ConnectionPlan, Merger, ObjectPlan } from '../plan/operation-plan';
import type { AskedHomes } from '../state/asked-homes';
import { pickObject } from '../state/pick-object';
import type { Raw, Run } from '../state/run';
import { coverageOf } from '../state/coverage';
import { foldInto, isFoldable } from './fold';
import { edgeOf, mergeConnection } from './merge-connection';
import { mergeList } from './merge-list';

import { readPage, type PageArguments } from '../state/page-arguments';
import { reportInvalid, sortParts, type Answer, type Part, type SortedParts } from './parts';

export interface Merged {
  value: unknown;
  inner: Inner[];
}

/** An object inside a merged value that is still to be gathered. */
export interface Inner {
  raw: Raw;
  object: ObjectPlan;
  /** Whose it is; null for what the layer folded from many. */
  answer: Answer | null;
}

export interface Scattered {
  root: string;
  merger: Merger;
  args: Record<string, unknown>;
  asked: AskedHomes;
}

export function mergeScattered(
  run: Run,
  { root, merger, args, asked }: Scattered,
  received: readonly Part[],
): Merged {
  const parts = sortParts(run, root, asked, merger.kind === 'list' ? received.map(wrapList) : received);
  if (parts.refusal) return { value: parts.refusal, inner: [] };
  const count = asked.homes.length;
  switch (merger.kind) {
    case 'connection':
      return mergePage(
        run,
        root,
        merger.connection,
        readPage(args, merger.connection.orderEnum),
        parts,
        count,
      );
    case 'summary':
      return mergeSummary(run, root, merger, parts, count);
    case 'list':
      return mergeRows(run, root, merger, parts, count);
  }
}

export function mergePage(
  run: Run,
  root: string,
  plan: ConnectionPlan,
  page: PageArguments,
  parts: SortedParts,
  asked: number,
): Merged {
  const { raw, rows } = mergeConnection(run, root, plan, page, parts, asked);
  raw[COVERED] = coverageOf(run.asOf, asked, parts.missing);
  const inner: Inner[] = [];
  for (const edges of plan.edges) {
    if (edges.object.steps.length === 0) continue;
    for (const row of rows) inner.push({ raw: edgeOf(row, edges), object: edges.object, answer: row.answer });
  }
  const object = plan.selection.only!;
  if (object.steps.length > 0) inner.push({ raw, object, answer: null });
  return { value: raw, inner };
}

function mergeSummary(
  run: Run,
  root: string,
  merger: Merger & { kind: 'summary' },
  parts: SortedParts,
  asked: number,
): Merged {
  const sound = parts.answers.filter(({ raw, homes }) => {
    if (isFoldable(merger.fields, raw)) return true;
    reportInvalid(run, root, parts.missing, homes);
    return false;
  });
  const raw = foldInto(
    {},
    merger.fields,
    sound.map((answer) => answer.raw),
    asked === 0,
  );
  raw[COVERED] = coverageOf(run.asOf, asked, parts.missing);
  return { value: raw, inner: [{ raw, object: merger.selection.only!, answer: null }] };
}

function mergeRows(
  run: Run,
  root: string,
  merger: Merger & { kind: 'list' },
  parts: SortedParts,
  asked: number,
): Merged {
  if (parts.answers.length === 0 && asked > 0 && merger.nullable) return { value: null, inner: [] };
  const rows = mergeList(run, root, merger.order, parts);
  const inner = rows.flatMap(({ raw, answer }) => {
    const object = pickObject(merger.selection, raw);
    return object ? [{ raw, object, answer }] : [];
  });
  return { value: rows.map(({ raw }) => raw), inner };
}

/** A list becomes an object, so that it is told apart from a value of the wrong type like any other part. */
function wrapList(part: Part): Part {
  return Array.isArray(part.value) ? { ...part, value: { list: part.value } } : part;
}
