// Where forms of access rules are tried: a gateway before the guarded graph, with a recorder between; its data are in memory.
import { listOf, startGateway } from '../../gateway/kit/start-gateway';
import { startSubgraph } from '../../gateway/kit/start-subgraph';
import { openSignIn } from '../../kit/sign-in';
import { GUARDED, GUARDED_CODE } from './guarded-graph';
import { startRecorder, type Recorder } from './recorder';

export interface GuardedGround {
  url: string;
  recorders: Recorder[];
  close: () => void;
}

export async function openGuardedGround(): Promise<GuardedGround> {
  const subgraph = await startSubgraph({ contracts: GUARDED_CODE as never });
  const recorder = await startRecorder(subgraph.url);
  const list = listOf(1, { name: 'first', url: recorder.url, contracts: ['halls', 'prices'] });
  const { demonstrationIssuerPath } = await openSignIn();
  const settings = { demonstrationIssuerPath, planningBudgetMs: 30_000 };
  const { url } = await startGateway(list, settings, { contracts: GUARDED });
  return { url, recorders: [recorder], close: () => recorder.close() };
}
