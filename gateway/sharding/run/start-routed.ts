// Starts a root field that one home answers.
import type { RootPlan } from '../plan/operation-plan';
import { Fault, Silent, WRONG_SHAPE } from '../state/fault';
import { gatherSteps } from './gather';
import { routeOf } from './route';
import type { Round } from './round';
import type { Raw, Run } from '../state/run';
import { absenceAfter, absenceOf, fillUnanswered, reportUnanswered, type Absence } from './unanswered';

type Routed = RootPlan & { kind: 'routed' };

/** A well-formed unknown id is null, a malformed one an error (law 9). */
export function startRouted(run: Run, round: Round, root: Routed, target: Raw): void {
  const { response } = root;
  const home = routeOf(run, root);
  target[response] = home instanceof Fault ? home : null;
  if (home === null || home instanceof Fault) return;
  const shard = run.view.shardOf.get(home);
  if (!shard) return settleUnanswered(run, root, target, home, absenceOf(run, home));
  round.ask(shard, root.ask, '', (value) => {
    if (value instanceof Silent) return settleUnanswered(run, root, target, home, absenceAfter(value));
    run.context.homes.answered(home);
    target[response] = value === undefined ? WRONG_SHAPE : value;
    gatherRouted(run, root, target, home);
  });
}

/** The root object is gathered like any other, with one step. */
export function gatherRouted(run: Run, { response, steps }: Routed, target: Raw, home: string): void {
  const shard = run.view.shardOf.get(home)!;
  const source = { shard, homes: run.view.homesOf.get(shard)!, home, root: response };
  gatherSteps(run, target, steps, source);
}

function settleUnanswered(
  run: Run,
  { response, steps }: Routed,
  target: Raw,
  home: string,
  reason: Absence,
): void {
  const unanswered = { home, reason, root: response };
  reportUnanswered(run, unanswered);
  fillUnanswered(run, target, steps, unanswered);
}
