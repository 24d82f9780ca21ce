// Publishing a subgraph, checking one without publishing it, and retiring one.
import type { Actor } from '../domain/actor';
import type { ProposedChange } from '../domain/change';
import type { SubgraphPublication } from '../publication';
import { assess, type Assessment } from './assess';
import { gatherEvidence } from './gather-evidence';
import { requireOwner, requirePublisher } from './permissions';
import { unknown } from './refusals';
import { readHead, type RegistryGround } from './registry-ground';
import { type Submission, submit } from './submit';

export interface SubgraphDraft {
  name: string;
  url?: string | null;
  sdl: string;
}

export async function publish(
  ground: RegistryGround,
  actor: Actor | null,
  draft: SubgraphDraft,
): Promise<Submission> {
  const publisher = await requirePublisher(ground, actor);
  const change = toChange(publisher, draft);
  return submit(ground, publisher, change, await gatherEvidence(ground, change));
}

/** A publish without the append. It waits for nobody's turn. */
export async function check(
  ground: RegistryGround,
  actor: Actor | null,
  draft: SubgraphDraft,
): Promise<Assessment> {
  const publisher = await requirePublisher(ground, actor);
  const change = toChange(publisher, draft);
  return assess(ground, change, await readHead(ground), await gatherEvidence(ground, change));
}

export async function retire(ground: RegistryGround, actor: Actor | null, name: string): Promise<Submission> {
  const publisher = await requirePublisher(ground, actor);
  const subgraphs = (await readHead(ground))?.state.subgraphs ?? [];
  const found = subgraphs.find((each) => each.name === name);
  if (!found)
    throw unknown(
      'subgraph',
      name,
      subgraphs.map((each) => each.name),
    );
  requireOwner(publisher, found.owner, name);
  return submit(ground, publisher, { kind: 'RETIRE', name, by: publisher.home });
}

function toChange({ home }: Actor, { name, url, sdl }: SubgraphDraft): ProposedChange {
  const publication: SubgraphPublication = { kind: 'subgraph', name, owner: home, sdl };
  if (url) publication.url = url;
  return { kind: 'PUBLISH', publication };
}
