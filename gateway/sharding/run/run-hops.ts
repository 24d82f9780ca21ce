// Follows references round by round, each entity asked once however often it stands in the answer.
import { refuse } from '../../../schema/codes';
import { askOwn } from './ask-own';
import { askScattered } from './ask-scattered';
import { faultOfError } from '../state/fault';
import { createRound, type Round } from './round';
import type { Run } from '../state/run';

/** Adds to a round what is pending; what that leads to becomes pending again. */
export function askPending(run: Run, round: Round): void {
  const { pending } = run;
  run.pending = new Map();
  for (const [entity, visits] of pending) {
    const all = [...visits.values()];
    askOwn(
      run,
      round,
      entity,
      all.filter(({ places }) => places.length > 0),
    );
    for (const scatter of entity.scatters) askScattered(run, round, entity.object.typeName, scatter, all);
  }
}

export async function runHops(run: Run): Promise<void> {
  for (let hop = 0; run.pending.size > 0; hop++) {
    if (hop >= run.bounds.hops) return refusePending(run);
    const round = createRound(run);
    askPending(run, round);
    await round.send();
  }
}

function refusePending(run: Run): void {
  const fault = faultOfError(tooManyHops(run.bounds.hops));
  for (const [entity, visits] of run.pending) {
    for (const { places, raws } of visits.values()) {
      for (const { holder, key } of places) holder[key] = fault;
      for (const raw of raws) for (const { response } of entity.scatters) raw[response] = fault;
    }
  }
  run.pending = new Map();
}

function tooManyHops(max: number) {
  return refuse('TOO_MANY', {
    zh: `查询从一个单位到另一个单位超过 ${max} 次；请减少嵌套。`,
    en: `The operation goes from one organization to another more than ${max} times; nest less.`,
  });
}
