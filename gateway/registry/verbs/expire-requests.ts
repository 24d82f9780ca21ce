// A request to join that nobody answers does not hold its home for ever.
import type { Actor } from '../domain/actor';
import type { WritingBook } from '../domain/book';
import type { Proposal } from '../domain/proposal';
import { auditOf } from './note';
import type { RegistryGround } from './registry-ground';

export const REQUEST_DAYS = 14;
const DAY_MS = 86_400_000;

export async function expireRequests(ground: RegistryGround, book: WritingBook): Promise<void> {
  const until = new Date(ground.now().getTime() - REQUEST_DAYS * DAY_MS).toISOString();
  for (const proposal of await book.proposals('WAITING'))
    if (proposal.change.kind === 'JOIN' && proposal.at < until) await expire(ground, book, proposal);
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
