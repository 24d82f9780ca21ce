// Publishing a shard, and retiring one. The list of shards changes without any composition.
import type { Actor } from '../domain/actor';
import type { ShardPublication } from '../publication';
import { findShard } from './find-shard';
import { gatherEvidence } from './gather-evidence';
import { requireOwner, requirePublisher } from './permissions';
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
  return findShard((await readHead(ground))?.state.shards ?? [], name);
}
