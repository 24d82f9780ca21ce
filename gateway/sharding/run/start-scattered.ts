// Starts a root field that every home may hold a part of.
import { mergeScattered } from '../merge/merge-scattered';
import { type Part, partOf } from '../merge/parts';
import type { RootPlan } from '../plan/operation-plan';
import { Fault } from '../state/fault';
import { gatherInner } from './gather';
import { prepareScatter } from './prepare-scatter';
import type { Round } from './round';
import type { Raw, Run } from '../state/run';
import { writeHomes } from './write-variables';

export function startScattered(
  run: Run,
  round: Round,
  root: RootPlan & { kind: 'scattered' },
  target: Raw,
): void {
  const { scatter, response } = root;
  const prepared = prepareScatter(run, scatter, 1);
  if (prepared instanceof Fault) {
    target[response] = prepared;
    return;
  }
  const { asked, ask, merger, args } = prepared;
  const parts: Part[] = [];
  asked.shards.forEach((item, i) =>
    round.ask(
      item.shard,
      ask,
      writeHomes(scatter.homesVariable, item),
      (value) => void (parts[i] = partOf(item, value)),
    ),
  );
  round.afterwards(() => {
    const merged = mergeScattered(run, { root: response, merger, args, asked }, parts);
    target[response] = merged.value;
    gatherInner(run, merged.inner, { shard: null, homes: new Set(), home: null, root: response });
    for (const home of asked.homes) run.context.homes.answered(home);
  });
}
