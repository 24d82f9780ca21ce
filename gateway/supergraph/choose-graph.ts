// Which graph the gateway runs: its own contracts, or what the registry has, and then each new version of that.
import type { Graph } from '../execution/load-graph';
import type { ChosenEngine, EngineGraph } from '../execution/choose-engine';
import { createContractAdmission } from './admit-contracts';
import type { ContractFile } from './contract-file';
import type { RegistryFollower } from './follow-registry';
import type { GraphArtifact, GraphCandidate } from './graph-artifact';

export interface GraphGround {
  contracts: readonly ContractFile[];
  /** Absent where no registry is followed. */
  registry?: RegistryFollower;
  /** The contracts as a graph, published and plannable; asked only where no other can be served. */
  composeContracts(): Pick<EngineGraph, 'supergraphSdl' | 'publishedSdl'>;
  start(graph: EngineGraph, admit?: (graph: Graph) => void): Promise<ChosenEngine>;
}

export interface RunningGraph extends ChosenEngine {
  /** Takes over new versions from now on. */
  follow(): void;
}

export async function chooseGraph({
  contracts,
  registry,
  composeContracts,
  start,
}: GraphGround): Promise<RunningGraph> {
  const own = (): EngineGraph => ({ ...composeContracts(), subgraphs: [] });
  if (!registry) return { ...(await start(own())), follow: () => undefined };
  const admitContracts = createContractAdmission(contracts);
  const admit = ({ expected }: Graph) => admitContracts(expected ?? new Map());
  let chosen: ChosenEngine | undefined;
  let serving: EngineGraph | undefined;
  await registry.start(async (artifact) => {
    const graph = toEngineGraph(artifact);
    chosen = await start(graph, admit);
    serving = graph;
  });
  const running = chosen ?? (await start(own(), admit));
  return { ...running, follow: () => registry.follow({ swap, prepare, drop: () => running.drop() }) };

  async function prepare({ plannableSdl, supergraphSdl }: GraphCandidate): Promise<void> {
    const texts = { supergraphSdl: plannableSdl, publishedSdl: supergraphSdl };
    if (serving?.supergraphSdl !== plannableSdl) await running.prepare(texts);
  }

  /** A version that differs in its shards only has nothing to switch. */
  async function swap(artifact: GraphArtifact): Promise<void> {
    const next = toEngineGraph(artifact);
    if (serving && isSame(next, serving)) return;
    await running.swap(next);
    serving = next;
  }
}

function isSame(one: EngineGraph, other: EngineGraph): boolean {
  if (one.supergraphSdl !== other.supergraphSdl || one.publishedSdl !== other.publishedSdl) return false;
  return JSON.stringify(one.subgraphs) === JSON.stringify(other.subgraphs);
}

/** The subgraphs whole: where they were checked is where they are asked. */
function toEngineGraph({ supergraphSdl, plannableSdl, subgraphs }: GraphArtifact): EngineGraph {
  return { supergraphSdl: plannableSdl, publishedSdl: supergraphSdl, subgraphs };
}
