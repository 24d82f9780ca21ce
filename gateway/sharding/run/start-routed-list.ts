// Starts a root field that is asked by a list of ids: N ids in, N answers out, by position, each from its own home.
import { badId, parseId } from '../../../schema/id';
import { refuse } from '../../../schema/codes';
import { ID } from '../plan/hidden';
import type { RootPlan } from '../plan/operation-plan';
import type { Shard } from '../shard-list';
import { Fault, faultOfError, isCallersFault, Silent, WRONG_SHAPE } from '../state/fault';
import { gatherOwn, gatherSteps } from './gather';
import { pickObject } from '../state/pick-object';
import { readArguments } from '../state/read-safely';
import type { Round } from './round';
import { isRaw, type Raw, type Run, type Source } from '../state/run';
import { absenceAfter, absenceOf, reportUnanswered, type Absence } from './unanswered';

type RoutedList = RootPlan & { kind: 'routed-list' };

export function startRoutedList(run: Run, round: Round, root: RoutedList, target: Raw): void {
  const ids = readIds(run, root);
  if (!Array.isArray(ids)) {
    target[root.response] = ids;
    return;
  }
  const answers = new Map<unknown, unknown>();
  for (const [shard, own] of groupByShard(run, root, ids, answers)) {
    round.ask(shard, root.ask, `"${root.idsVariable}":${JSON.stringify(own)}`, (value) =>
      receive(run, root, shard, own, value, answers),
    );
  }
  round.afterwards(() => void (target[root.response] = ids.map((id) => answers.get(id) ?? null)));
}

function readIds(run: Run, { read, home }: RoutedList): unknown[] | Fault | null {
  const args = readArguments(run, read);
  if (args instanceof Fault) return args;
  const ids = (args[home.path[0]!] ?? null) as unknown[] | null;
  const max = run.bounds.ids;
  return ids && ids.length > max ? faultOfError(tooManyIds(ids.length, max)) : ids;
}

function groupByShard(
  run: Run,
  root: RoutedList,
  ids: readonly unknown[],
  answers: Map<unknown, unknown>,
): Map<Shard, string[]> {
  const byShard = new Map<Shard, string[]>();
  for (const id of new Set(ids)) {
    const home = parseId(id)?.home;
    const shard = home && run.view.shardOf.get(home);
    if (home === undefined) answers.set(id, id === null ? null : faultOfError(badId(id)));
    else if (!shard) reportUnanswered(run, { home, reason: absenceOf(run, home), root: root.response });
    else if (byShard.has(shard)) byShard.get(shard)!.push(id as string);
    else byShard.set(shard, [id as string]);
  }
  return byShard;
}

function receive(
  run: Run,
  root: RoutedList,
  shard: Shard,
  ids: readonly string[],
  value: unknown,
  answers: Map<unknown, unknown>,
): void {
  const whole = value instanceof Silent || value instanceof Fault;
  const list = Array.isArray(value) && value.length === ids.length ? value : null;
  ids.forEach((id, i) => {
    const { home } = parseId(id)!;
    const item: unknown = whole ? value : list?.[i];
    const reason = failure(root, id, item);
    if (reason) return reportUnanswered(run, { home, reason, root: root.response });
    run.context.homes.answered(home);
    const source = { shard, homes: run.view.homesOf.get(shard)!, home, root: root.response };
    answers.set(id, gatherItem(run, root, item, source));
  });
}

function failure({ selection }: RoutedList, id: string, item: unknown): Absence | null {
  if (item instanceof Silent || (item instanceof Fault && !isCallersFault(item))) return absenceAfter(item);
  if (item === undefined) return 'INVALID_ANSWER';
  if (item === null || item instanceof Fault || !selection) return null;
  const entity = isRaw(item) && pickObject(selection, item)?.entity;
  return entity && item[ID] !== id ? 'INVALID_ANSWER' : null;
}

function gatherItem(run: Run, { selection }: RoutedList, item: unknown, source: Source): unknown {
  if (!selection || !isRaw(item) || item instanceof Fault) return item;
  const object = pickObject(selection, item);
  if (!object) return WRONG_SHAPE;
  if (object.entity) gatherOwn(run, item, object.entity, source);
  else gatherSteps(run, item, object.steps, source);
  return item;
}

function tooManyIds(count: number, max: number) {
  return refuse('TOO_MANY', {
    zh: `一次询问了 ${count} 个编号，最多 ${max} 个；请分几次询问。`,
    en: `${count} ids were asked at once, at most ${max} are allowed; ask in several requests.`,
  });
}
