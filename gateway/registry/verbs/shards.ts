// Publishing a shard, moving a home to it, and retiring one. The list of shards changes without any composition.
import type { Actor } from '../domain/actor';
import type { ShardPublication } from '../publication';
import { gatherEvidence } from './gather-evidence';
import { requireOwner, requirePublisher } from './permissions';
import { unknown } from './refusals';
import { readHead, type RegistryGround } from './registry-ground';
import { type Submission, submit } from './submit';

export type ShardDraft = Pick<ShardPublication, 'name' | 'url' | 'contracts' | 'homes'>;

export async function publishShard(
  ground: RegistryGround,
  actor: Actor | null,
  draft: ShardDraft,
): Promise<Submission> {
  const publisher = await requirePublisher(ground, actor);
  return submitShard(ground, publisher, {
    kind: 'shard',
    ...draft,
    url: draft.url.replace(/\/+$/, ''),
    owner: publisher.home,
  });
}

/**
 * From the next request on the home is asked on this shard, and on the other no longer. Its rows must be there already:
 * both shards are asked to count them.
 */
export async function moveHome(
  ground: RegistryGround,
  actor: Actor | null,
  home: string,
  to: string,
): Promise<Submission> {
  const publisher = await requirePublisher(ground, actor);
  const shard = await readShard(ground, to);
  requireOwner(publisher, shard.owner, to);
  return submitShard(ground, publisher, { ...shard, homes: [...new Set([...shard.homes, home])] });
}

export async function retireShard(
  ground: RegistryGround,
  actor: Actor | null,
  name: string,
): Promise<Submission> {
  const publisher = await requirePublisher(ground, actor);
  requireOwner(publisher, (await readShard(ground, name)).owner, name);
  return submit(ground, publisher, { kind: 'RETIRE_SHARD', name, by: publisher.home });
}

async function submitShard(
  ground: RegistryGround,
  actor: Actor,
  publication: ShardPublication,
): Promise<Submission> {
  const change = { kind: 'PUBLISH_SHARD', publication } as const;
  return submit(ground, actor, change, await gatherEvidence(ground, change));
}

async function readShard(ground: RegistryGround, name: string): Promise<ShardPublication> {
  const shards = (await readHead(ground))?.state.shards ?? [];
  const shard = shards.find((each) => each.name === name);
  if (!shard)
    throw unknown(
      'shard',
      name,
      shards.map((each) => each.name),
    );
  return shard;
}
