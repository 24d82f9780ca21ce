// What must be asked over the network is asked before the turn comes, so that a server that hangs holds up nobody else.
import { refuseUrl } from '../check/address/refuse-url';
import { refuseCrowd } from '../check/refuse-crowd';
import { refuseName } from '../check/refuse-name';
import type { ProposedChange } from '../domain/change';
import { type GraphState, NOTHING, shardWithHome } from '../domain/graph-state';
import type { ShardPublication, SubgraphPublication } from '../publication';
import { judgeShard } from '../shards/judge-shard';
import type { Evidence } from './assess';
import { readHead, type RegistryGround, readSettings } from './registry-ground';

/** What may not be published is not asked either: the registry calls nobody on a stranger's word. */
export async function gatherEvidence(ground: RegistryGround, change: ProposedChange): Promise<Evidence> {
  const state = (await readHead(ground))?.state ?? NOTHING;
  switch (change.kind) {
    case 'PUBLISH':
      return probe(ground, change.publication, state);
    case 'PUBLISH_SHARD':
      return examine(ground, change.publication, state);
    case 'MOVE_HOME': {
      const target = shardWithHome(state, change);
      return target ? examine(ground, target, state, change.home) : {};
    }
    default:
      return {};
  }
}

/** Nothing where it may not be published as it is named, counted or addressed. */
export async function probe(
  ground: RegistryGround,
  publication: SubgraphPublication,
  { subgraphs: current }: GraphState,
): Promise<Evidence> {
  const { url } = publication;
  const { contracts, street } = ground;
  const settings = await readSettings(ground);
  const faults = [
    ...refuseName(publication, { current, contracts, street }),
    ...refuseCrowd('subgraph', publication, current),
    ...refuseUrl(url, settings.networks),
  ];
  return !url || faults.length > 0 ? {} : { probed: await ground.probe(url, settings) };
}

async function examine(
  ground: RegistryGround,
  publication: ShardPublication,
  state: GraphState,
  byMove?: string,
): Promise<Evidence> {
  const faults = await judgeShard(ground, publication, state, undefined);
  if (faults.some(({ severity }) => severity === 'ERROR')) return {};
  return { shard: await ground.examine(publication, state, await readSettings(ground), byMove) };
}
