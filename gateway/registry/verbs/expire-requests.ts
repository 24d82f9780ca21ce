// A request to join that nobody answers does not hold its home for ever.
import type { Actor } from '../domain/actor';
import type { WritingBook } from '../domain/book';
import type { Proposal } from '../domain/proposal';
import { auditOf } from './note';
import type { RegistryGround } from './registry-ground';

export const REQUEST_DAYS = 14;
const DAY_MS = 86_400_000;

/** Whenever requests are looked at, so that nobody sees one wait, or approves it, whose time has passed. */
export async function expireOverdue(ground: RegistryGround): Promise<void> {
  const waiting = await ground.store.read.proposals('WAITING');
  if (waiting.some((proposal) => isOverdue(ground, proposal)))
    await ground.store.change((book) => expireRequests(ground, book));
}

export async function expireRequests(ground: RegistryGround, book: WritingBook): Promise<void> {
  for (const proposal of await book.proposals('WAITING'))
    if (isOverdue(ground, proposal)) await expire(ground, book, proposal);
}

export function isOverdue({ now }: RegistryGround, { change, state, at }: Proposal): boolean {
  const until = new Date(now().getTime() - REQUEST_DAYS * DAY_MS).toISOString();
  return change.kind === 'JOIN' && state === 'WAITING' && at < until;
}

async function expire(ground: RegistryGround, book: WritingBook, proposal: Proposal): Promise<void> {
  const at = ground.now().toISOString();
  const reason = `Nobody answered for ${REQUEST_DAYS} days.`;
  await book.saveProposal({ ...proposal, state: 'EXPIRED', decidedAt: at, reason });
  const member = await book.member(proposal.by);
  if (member?.state === 'ASKED') await book.saveMember({ ...member, state: 'REFUSED' });
  const itself: Actor = { purpose: 'STREET', home: ground.street, token: '', from: '' };
  const noted = { verb: 'EXPIRE', subject: proposal.subject, details: { proposal: proposal.id } };
  await book.note(auditOf(ground, itself, noted));
}
