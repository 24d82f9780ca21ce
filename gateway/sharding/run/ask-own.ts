// Asks entities of their own home: N representations in, N answers out, one batch per shard (law 1).
import { ID, TYPE } from '../plan/hidden';
import type { EntityPlan } from '../plan/operation-plan';
import type { Shard } from '../shard-list';
import { Fault, isCallersFault, Silent } from '../state/fault';
import { gatherSteps } from './gather';
import { writeRepresentations } from './write-variables';
import type { Round } from './round';
import { isRaw, type Run, type Visit } from '../state/run';
import { absenceAfter, absenceOf, reportUnanswered, unansweredEntity, type Absence } from './unanswered';

export function askOwn(run: Run, round: Round, entity: EntityPlan, visits: readonly Visit[]): void {
  const byShard = new Map<Shard, Visit[]>();
  for (const visit of visits) {
    const shard = run.view.shardOf.get(visit.home);
    if (!shard) settleUnanswered(run, entity, visit, absenceOf(run, visit.home));
    else if (byShard.has(shard)) byShard.get(shard)!.push(visit);
    else byShard.set(shard, [visit]);
  }
  for (const [shard, own] of byShard) {
    const representations = writeRepresentations(entity.representations, entity.object.typeName, own);
    round.ask(shard, entity.own, representations, (value) => receive(run, entity, shard, own, value));
  }
}

function receive(run: Run, entity: EntityPlan, shard: Shard, visits: readonly Visit[], value: unknown): void {
  visits.forEach((visit, i) => receiveOne(run, entity, shard, visit, itemOf(value, i, visits.length)));
}

/** The answer at a position; undefined when the answer is no list of the right length. */
function itemOf(value: unknown, index: number, length: number): unknown {
  if (value instanceof Silent || value instanceof Fault) return value;
  return Array.isArray(value) && value.length === length ? value[index] : undefined;
}

function receiveOne(run: Run, entity: EntityPlan, shard: Shard, visit: Visit, item: unknown): void {
  if (item instanceof Silent || (item instanceof Fault && !isCallersFault(item)))
    return settleUnanswered(run, entity, visit, absenceAfter(item));
  if (item !== null && !(item instanceof Fault) && !(isRaw(item) && item[ID] === visit.id)) {
    return settleUnanswered(run, entity, visit, 'INVALID_ANSWER');
  }
  run.context.homes.answered(visit.home);
  put(visit, item);
  if (!isRaw(item) || item instanceof Fault) return;
  // It was asked by its type; `_entities` is a union, where the type must be known.
  item[TYPE] = entity.object.typeName;
  visit.raws.push(item);
  const homes = run.view.homesOf.get(shard)!;
  gatherSteps(run, item, entity.object.steps, { shard, homes, home: visit.home, root: entity.root });
}

function settleUnanswered(run: Run, entity: EntityPlan, visit: Visit, reason: Absence): void {
  const unanswered = { home: visit.home, reason, root: entity.root };
  reportUnanswered(run, unanswered);
  const stub = unansweredEntity(run, entity, visit, unanswered);
  put(visit, stub);
  if (stub) visit.raws.push(stub);
}

function put({ places }: Visit, value: unknown): void {
  for (const { holder, key } of places) holder[key] = value;
}
