// Asks a scattered field of an entity of every shard, once for all its representations (law 1).
import { mergeScattered } from '../merge/merge-scattered';
import { type Part, partOf } from '../merge/parts';
import { ID } from '../plan/hidden';
import type { ScatterPlan } from '../plan/operation-plan';
import type { AskedShard } from '../state/asked-homes';
import { Fault, Silent } from '../state/fault';
import { gatherInner } from './gather';
import { prepareScatter, type PreparedScatter } from './prepare-scatter';
import type { Round } from './round';
import { isRaw, type Run, type Visit } from '../state/run';
import { writeHomes, writeRepresentations } from './write-variables';

export function askScattered(
  run: Run,
  round: Round,
  typeName: string,
  scatter: ScatterPlan,
  visits: Visit[],
): void {
  const prepared = prepareScatter(run, scatter, visits.length);
  if (prepared instanceof Fault) return round.afterwards(() => put(visits, scatter, prepared));
  const representations = writeRepresentations(scatter.representations!, typeName, visits);
  const parts: Part[][] = visits.map(() => []);
  prepared.asked.shards.forEach((asked, s) => {
    const variables = `${representations},${writeHomes(scatter.homesVariable, asked)}`;
    round.ask(asked.shard, prepared.ask, variables, (value) =>
      visits.forEach((visit, i) => void (parts[i]![s] = readPart(asked, scatter, visit, value, i))),
    );
  });
  round.afterwards(() => settle(run, scatter, prepared, visits, parts));
}

function put(visits: Visit[], { response }: ScatterPlan, value: unknown): void {
  for (const { raws } of visits) for (const raw of raws) raw[response] = value;
}

function readPart(
  asked: AskedShard,
  { response }: ScatterPlan,
  visit: Visit,
  value: unknown,
  index: number,
): Part {
  if (value instanceof Silent || value instanceof Fault) return partOf(asked, value);
  const entity: unknown = Array.isArray(value) ? value[index] : undefined;
  if (entity instanceof Fault) return partOf(asked, entity);
  // A shard that says the entity is not there would hide its own rows: that too is no answer.
  return partOf(asked, isRaw(entity) && entity[ID] === visit.id ? entity[response] : undefined);
}

function settle(
  run: Run,
  scatter: ScatterPlan,
  { args, asked, merger }: PreparedScatter,
  visits: Visit[],
  parts: Part[][],
): void {
  const { root } = scatter;
  visits.forEach((visit, i) => {
    if (visit.raws.length === 0) return;
    const merged = mergeScattered(run, { root, merger, args, asked }, parts[i]!);
    put([visit], scatter, merged.value);
    gatherInner(run, merged.inner, { shard: null, homes: new Set(), home: visit.home, root });
  });
  for (const home of asked.homes) run.context.homes.answered(home);
}
