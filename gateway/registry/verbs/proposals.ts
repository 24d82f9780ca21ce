// Reading what waits for a yes, and what became of it.
import type { Actor } from '../domain/actor';
import type { Proposal, ProposalState } from '../domain/proposal';
import { expireOverdue } from './expire-requests';
import { requireReader } from './permissions';
import type { RegistryGround } from './registry-ground';

export async function listProposals(
  ground: RegistryGround,
  actor: Actor | null,
  state?: ProposalState,
): Promise<Proposal[]> {
  await requireReader(ground, actor);
  await expireOverdue(ground);
  return ground.store.read.proposals(state);
}

/** An organization that waits sees its own request, and so what became of it. */
export async function readProposal(
  ground: RegistryGround,
  actor: Actor | null,
  id: string,
): Promise<Proposal | null> {
  await expireOverdue(ground);
  const proposal = await ground.store.read.proposal(id);
  await requireReader(ground, actor, proposal?.by);
  return proposal;
}
