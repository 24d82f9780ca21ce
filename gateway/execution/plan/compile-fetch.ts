// A fetch of a plan as a function: finds its objects, asks the subgraph, merges what came and places what went wrong.
import type { FetchNode } from '@apollo/query-planner';
import type { OnAbsent } from '../log-absent';
import { cloneData } from '../run/clone-data';
import { BrokenAnswer } from '../run/fault';
import { mergeInto } from '../run/merge-into';
import { type Batch, type JsonObject, type Run, isObject } from '../run/run';
import type { SubgraphAnswer, SubgraphSource } from '../source/subgraph-source';
import { type OnFault, askOnce } from './ask-once';
import { type FetchOperations, readFetchOperation } from './fetch-operation';
import { compileGather } from './gather';
import { type PlacedFetch, placeErrors } from './place-errors';
import { compileRewrites } from './rewrite-data';
import type { TypeTable } from '../run/type-table';
import { compilePath } from './walk-path';
import { compileVariables } from './write-variables';

/** Nothing is returned when nothing had to be waited for. */
export type Step = (run: Run) => void | Promise<void>;

export interface PlanSurroundings {
  types: TypeTable;
  sourceOf(subgraph: string): SubgraphSource;
  onFault: OnFault;
  onAbsent: OnAbsent;
  /** Of the plan that is compiled. */
  operations: FetchOperations;
}

type Settle = (run: Run, batch: Batch, answer: SubgraphAnswer) => void;

export function compileFetch(
  node: FetchNode,
  path: ReadonlyArray<string | number>,
  around: PlanSurroundings,
): Step {
  const known = readFetchOperation(node, around.operations);
  const walk = compilePath(path);
  const fetch: PlacedFetch = {
    ...known,
    walk,
    renamed: renamedKeys(node),
    isOfEntities: node.requires !== undefined,
  };
  const ask = askOnce(known, around.sourceOf(node.serviceName), around.onFault);
  const writeVariables = compileVariables(node.variableUsages);
  const gather = compileGather(node, walk, around.types);
  const settle = node.requires
    ? settleEntities(fetch, node, around)
    : settleObjects(fetch, node, around.types);
  const take: Settle = (run, batch, answer) => {
    if (!answer.isPlain) run.isPlain = false;
    settle(run, batch, answer);
  };
  return (run) => {
    const batch = gather(run);
    if (batch.targets.length === 0) return undefined;
    const answer = ask(run, writeVariables(run.variables, batch.texts));
    if (!(answer instanceof Promise)) return take(run, batch, answer);
    return answer.then((came) => take(run, batch, came));
  };
}

function settleObjects(fetch: PlacedFetch, { outputRewrites }: FetchNode, types: TypeTable): Settle {
  const rewrite = compileRewrites(outputRewrites, types);
  return (run, batch, { data, errors }) => {
    if (errors?.length) placeErrors(run, fetch, { batch, data, errors });
    if (!isObject(data)) return;
    rewrite?.(data);
    countMerge(run, fetch);
    spread(run, { targets: batch.targets[0]!, source: data, types });
  };
}

function settleEntities(
  fetch: PlacedFetch,
  { outputRewrites }: FetchNode,
  { types, onAbsent }: PlanSurroundings,
): Settle {
  const rewrite = compileRewrites(outputRewrites, types);
  return (run, batch, { data, errors }) => {
    if (errors?.length) placeErrors(run, fetch, { batch, data, errors });
    const entities = readEntities(run, fetch, batch, data);
    if (!entities) return;
    countMerge(run, fetch);
    run.settled.push({ targets: batch.targets, entities });
    let absent = 0;
    batch.targets.forEach((targets, i) => {
      const entity = entities[i];
      if (entity === null) absent += 1;
      if (!isObject(entity)) return;
      const placed = { targets, source: entity, types };
      if (rewrite) rewriteByType(run, placed, rewrite);
      else spread(run, placed);
    });
    if (absent > 0) onAbsent(fetch.operation.subgraph, entities.length, absent);
  };
}

function countMerge(run: Run, { bringsObjects }: PlacedFetch): void {
  run.merges += 1;
  if (bringsObjects) run.growths += 1;
}

/** Law of `_entities`: N in, N out, by position. An answer that breaks it is not used at all. */
function readEntities(
  run: Run,
  { walk, operation, keys }: PlacedFetch,
  { targets }: Batch,
  data: unknown,
): unknown[] | undefined {
  if (!isObject(data)) return undefined;
  const entities = data._entities;
  if (Array.isArray(entities) && entities.length === targets.length) return entities;
  run.errors.excuse(walk.pattern, keys);
  run.errors.addNear(
    new BrokenAnswer(
      `Expected "data._entities" to be a list of ${targets.length}`,
      walk.prefix,
      operation.subgraph,
    ),
  );
  return undefined;
}

interface Placed {
  targets: JsonObject[];
  source: JsonObject;
  types: TypeTable;
}

/** The objects share what is below the answer: they are one entity, and whatever comes later comes to all of them. */
function spread(run: Run, { targets, source, types }: Placed): void {
  if (targets.length > 1) share(run, source);
  for (const target of targets) mergeInto(target, source, types);
}

function share(run: Run, source: JsonObject): void {
  for (const key in source) {
    const value = source[key];
    if (typeof value === 'object' && value !== null) (run.shared ??= new Set()).add(value);
  }
}

/** Rewrites go by type, and one interface object may stand for objects of several. */
function rewriteByType(
  run: Run,
  { targets, source, types }: Placed,
  rewrite: (value: unknown) => void,
): void {
  const byType = new Map<unknown, JsonObject[]>();
  for (const target of targets) {
    const typename = source.__typename || target.__typename;
    const same = byType.get(typename);
    if (same) same.push(target);
    else byType.set(typename, [target]);
  }
  for (const [typename, same] of byType) {
    const own = byType.size > 1 ? cloneData(source) : source;
    own.__typename = typename;
    rewrite(own);
    spread(run, { targets: same, source: own, types });
  }
}

/** The planner's aliases against conflicts, and the response names that they stand for. */
function renamedKeys({ outputRewrites = [] }: FetchNode): ReadonlyMap<string, string> {
  return new Map(
    outputRewrites.flatMap((it) => (it.kind === 'KeyRenamer' ? [[it.path.at(-1)!, it.renameKeyTo]] : [])),
  );
}
