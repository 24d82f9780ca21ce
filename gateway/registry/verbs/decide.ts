// Approving and rejecting what waits. A proposal is assessed anew against the newest version before it counts.
import type { Actor } from '../domain/actor';
import type { WritingBook } from '../domain/book';
import { type Approval, findingKey, openApprovers, type Proposal } from '../domain/proposal';
import { NOTHING } from '../domain/graph-state';
import type { Version } from '../domain/version';
import { assess, type Assessment, type Evidence } from './assess';
import { beginMove } from './begin-move';
import { expireOverdue, isOverdue } from './expire-requests';
import { gatherEvidence } from './gather-evidence';
import { auditOf } from './note';
import { requirePublisher } from './permissions';
import { notWaiting, notYourYes, reasonMissing, unknown } from './refusals';
import { readHead, type RegistryGround } from './registry-ground';
import { appendNext, onSettledHead, type Submission } from './submit';

const MAX_REASON = 2_000;

export async function approve(
  ground: RegistryGround,
  actor: Actor | null,
  id: string,
  reason: string,
): Promise<Submission> {
  const approver = await requirePublisher(ground, actor);
  const evidence = await gatherEvidence(ground, (await readWaiting(ground, id)).change);
  return ground.turn(() =>
    onSettledHead(() => approveNow(ground, approver, { id, reason: readReason(reason), evidence })),
  );
}

export async function reject(
  ground: RegistryGround,
  actor: Actor | null,
  id: string,
  reason: string,
): Promise<Proposal> {
  const decider = await requirePublisher(ground, actor);
  return ground.turn(async () => {
    const proposal = await readWaiting(ground, id);
    const may = [...openApprovers(proposal.verdict, []), ground.street, proposal.by];
    if (!may.includes(decider.home)) throw notYourYes(decider.home, may);
    const at = ground.now().toISOString();
    const rejected: Proposal = {
      ...proposal,
      state: 'REJECTED',
      decidedBy: decider.home,
      decidedAt: at,
      reason: readReason(reason),
    };
    await ground.store.change(async (book) => {
      await saveWaiting(ground, book, rejected);
      await refuseMember(book, rejected);
      await book.note(
        auditOf(ground, decider, {
          verb: 'REJECT',
          subject: proposal.subject,
          details: { proposal: id, reason },
        }),
      );
    });
    return rejected;
  });
}

interface Yes {
  id: string;
  reason: string;
  evidence: Evidence;
}

async function approveNow(
  ground: RegistryGround,
  actor: Actor,
  { id, reason, evidence }: Yes,
): Promise<Submission> {
  const proposal = await readWaiting(ground, id);
  const asked = openApprovers(proposal.verdict, proposal.approvals);
  if (!asked.includes(actor.home)) throw notYourYes(actor.home, asked);
  const approval: Approval = {
    home: actor.home,
    at: ground.now().toISOString(),
    reason,
    saw: proposal.verdict.findings.filter(({ approver }) => approver === actor.home).map(findingKey),
  };
  const head = await readHead(ground);
  const assessed = await assess(ground, proposal.change, head, evidence);
  const renewed = {
    ...proposal,
    approvals: [...proposal.approvals, approval],
    verdict: assessed.verdict,
    diff: assessed.diff,
    base: head?.number ?? 0,
  };
  const open = openApprovers(assessed.verdict, renewed.approvals);
  if (assessed.verdict.outcome === 'REFUSED' || open.length > 0) return keepWaiting(ground, actor, renewed);
  return conclude(ground, actor, renewed, { assessed, head });
}

/** Others must say yes too, or what was fine when it was proposed no longer is. */
async function keepWaiting(ground: RegistryGround, actor: Actor, proposal: Proposal): Promise<Submission> {
  const { id, subject, verdict, diff, approvals } = proposal;
  const details = {
    proposal: id,
    outcome: verdict.outcome,
    waitsFor: openApprovers(verdict, approvals),
    reason: approvals.at(-1)!.reason,
  };
  await ground.store.change(async (book) => {
    await saveWaiting(ground, book, proposal);
    await book.note(auditOf(ground, actor, { verb: 'APPROVE', subject, details }));
  });
  return verdict.outcome === 'REFUSED'
    ? { outcome: 'REFUSED', verdict, diff }
    : { outcome: 'WAITING', verdict, proposal, diff };
}

async function conclude(
  ground: RegistryGround,
  actor: Actor,
  proposal: Proposal,
  { assessed, head }: { assessed: Assessment; head: Version | null },
): Promise<Submission> {
  const { id, subject, verdict, diff, change } = proposal;
  const reason = proposal.approvals.at(-1)!.reason;
  const version = await ground.store.change(async (book) => {
    const appended = assessed.next
      ? await appendNext(ground, book, proposer(proposal), { assessed, head, proposal: id })
      : null;
    await saveWaiting(ground, book, {
      ...proposal,
      state: 'APPROVED',
      decidedBy: actor.home,
      decidedAt: ground.now().toISOString(),
      reason,
      version: appended?.number ?? null,
    });
    await admitMember(ground, book, proposal);
    if (change.kind === 'MOVE_HOME')
      await beginMove(ground, book, { change, actor: proposer(proposal), state: head?.state ?? NOTHING });
    await book.note(
      auditOf(ground, actor, {
        verb: 'APPROVE',
        subject,
        details: { proposal: id, outcome: 'ACCEPTED', version: appended?.number, reason },
      }),
    );
    return appended;
  });
  if (version) ground.announce(version);
  if (change.kind === 'MOVE_HOME') ground.wakeMover();
  return { outcome: 'ACCEPTED', verdict, version: version?.number ?? null, diff };
}

function proposer({ by, token, from }: Proposal): Actor {
  return { purpose: 'MEMBER', home: by, token, from };
}

async function admitMember({ now }: RegistryGround, book: WritingBook, { change }: Proposal): Promise<void> {
  if (change.kind !== 'JOIN') return;
  const { home, name, homes, contracts } = change;
  await book.saveMember({ home, name, homes, contracts, state: 'MEMBER', since: now().toISOString() });
}

async function refuseMember(book: WritingBook, { change }: Proposal): Promise<void> {
  const member = change.kind === 'JOIN' ? await book.member(change.home) : null;
  if (member?.state === 'ASKED') await book.saveMember({ ...member, state: 'REFUSED' });
}

/** In the transaction that decides: its time may have passed meanwhile. */
async function saveWaiting(ground: RegistryGround, book: WritingBook, proposal: Proposal): Promise<void> {
  const { id } = proposal;
  const is = (await book.proposal(id))!;
  const state = isOverdue(ground, is) ? 'EXPIRED' : is.state;
  if (state !== 'WAITING') throw notWaiting(id, state);
  await book.saveProposal(proposal);
}

async function readWaiting(ground: RegistryGround, id: string): Promise<Proposal> {
  const { store } = ground;
  await expireOverdue(ground);
  const proposal = await store.read.proposal(id);
  if (!proposal)
    throw unknown(
      'proposal',
      id,
      (await store.read.proposals('WAITING')).map((each) => each.id),
    );
  if (proposal.state !== 'WAITING') throw notWaiting(id, proposal.state);
  return proposal;
}

function readReason(reason: string): string {
  const text = reason.trim();
  if (text.length === 0 || text.length > MAX_REASON) throw reasonMissing();
  return text;
}
