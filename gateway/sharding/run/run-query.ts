// Runs a query: all root fields start in one round, then references are followed.
import type { RootPlan } from '../plan/operation-plan';
import { createRound, type Round } from './round';
import { askPending, runHops } from './run-hops';
import type { Raw, Run } from '../state/run';
import { startEntities } from './start-entities';
import { startRouted } from './start-routed';
import { startRoutedList } from './start-routed-list';
import { startScattered } from './start-scattered';

/** What was gathered, by response name. */
export async function runQuery(run: Run): Promise<Raw> {
  const gathered: Raw = {};
  const round = createRound(run);
  for (const root of run.plan.roots) startRoot(run, round, root, gathered);
  askPending(run, round);
  await round.send();
  await runHops(run);
  return gathered;
}

function startRoot(run: Run, round: Round, root: RootPlan, gathered: Raw): void {
  switch (root.kind) {
    case 'made':
      gathered[root.response] = root.value;
      return;
    case 'routed':
      return startRouted(run, round, root, gathered);
    case 'routed-list':
      return startRoutedList(run, round, root, gathered);
    case 'scattered':
      return startScattered(run, round, root, gathered);
    case 'entities':
      return startEntities(run, root, gathered);
  }
}
