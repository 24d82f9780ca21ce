// The twenty organizations of the benchmark: let in once, each publishes its subgraph over the registry's API.
import { APPROVE, JOIN, PUBLISH, askAt } from '../../registry/kit/open-registry';
import { STREET_TOKEN, SUBGRAPHS, publisherOf, sdlOf } from './publishing-ground';

/** Publishes a version; rejects when it is not accepted. */
export type Publish = (version: number) => Promise<void>;

export async function admitPublishers(registryUrl: string, subgraphUrl: string): Promise<Publish> {
  const tokens: string[] = [];
  for (let i = 0; i < SUBGRAPHS; i++) tokens.push(await admit(registryUrl, `organization-${i}`));
  return async function publish(version) {
    const i = publisherOf(version);
    const subgraph = { name: `s${i}`, url: `${subgraphUrl}/s${i}`, sdl: sdlOf(i, version) };
    const answer = await askAt(registryUrl, PUBLISH, { subgraph }, tokens[i]!);
    if (answer.data?.publish.outcome !== 'ACCEPTED')
      throw new Error(`Version ${version} is not accepted: ${JSON.stringify(answer).slice(0, 2_000)}`);
  };
}

/** The version without the shard. */
export async function retireShard(registryUrl: string, name: string): Promise<number> {
  const { data, errors } = await askAt(registryUrl, RETIRE_SHARD, { name }, STREET_TOKEN);
  if (data?.retireShard.outcome !== 'ACCEPTED') throw new Error(JSON.stringify(errors ?? data));
  return data.retireShard.version as number;
}

const RETIRE_SHARD = 'mutation($name: String!) { retireShard(name: $name) { outcome version } }';

async function admit(registryUrl: string, home: string): Promise<string> {
  const { data } = await askAt(registryUrl, JOIN, { home, name: home }, null);
  await askAt(registryUrl, APPROVE, { id: data.join.proposal, reason: 'known' }, STREET_TOKEN);
  return data.join.secret as string;
}
