// One way for every change of the graph: assessed against the newest version, then appended, put up for approval, or refused.
import type { Actor } from '../domain/actor';
import { HeadMoved, type WritingBook } from '../domain/book';
import { type MoveHomeChange, type ProposedChange, subjectOf } from '../domain/change';
import { NOTHING } from '../domain/graph-state';
import { openApprovers, type Proposal } from '../domain/proposal';
import type { Version } from '../domain/version';
import type { Verdict } from '../verdict';
import { type Assessment, assess, type Evidence } from './assess';
import { auditOf } from './note';
import { beginMove } from './begin-move';
import { tooManyWaiting } from './refusals';
import { refuseDisplaced } from './refuse-displaced';
import { readHead, type RegistryGround } from './registry-ground';

export type Submission =
  | { outcome: 'ACCEPTED'; verdict: Verdict; version: number | null; diff: string }
  | { outcome: 'WAITING'; verdict: Verdict; proposal: Proposal; diff: string }
  | { outcome: 'REFUSED'; verdict: Verdict; diff: string };

/** Proposals that wait, and requests to join beside them: those come from anybody, and must not shut out who is a member. */
const MAX_WAITING = 200;
/** Other registries on the same database may append in between; each time the change is assessed anew. */
const TRIES = 10;

export function submit(
  ground: RegistryGround,
  actor: Actor,
  change: ProposedChange,
  evidence?: Evidence,
): Promise<Submission> {
  const ahead = { ...ground, check: ground.checkAhead };
  // After an acceptance there is nothing to withdraw.
  const work = () => settle(ahead, actor, change, evidence).finally(ground.withdraw);
  return ground.turn(() => onSettledHead(work));
}

export async function onSettledHead<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HeadMoved) || tried === TRIES) throw error;
    }
  }
}

async function settle(
  ground: RegistryGround,
  actor: Actor,
  change: ProposedChange,
  evidence: Evidence | undefined,
): Promise<Submission> {
  const head = await readHead(ground);
  const assessed = await assess(ground, change, head, evidence);
  const { verdict, diff } = assessed;
  if (verdict.outcome === 'REFUSED') {
    await ground.store.change((book) => book.note(auditOf(ground, actor, noteOf(change, verdict))));
    return { outcome: 'REFUSED', verdict, diff };
  }
  if (verdict.outcome === 'NEEDS_APPROVAL') {
    const proposal = newProposal(ground, actor, { change, assessed, base: head?.number ?? 0 });
    await ground.store.change((book) => propose(ground, actor, book, proposal));
    return { outcome: 'WAITING', verdict, proposal, diff };
  }
  return {
    outcome: 'ACCEPTED',
    verdict,
    diff,
    version: await accept(ground, actor, change, { assessed, head }),
  };
}

/** The same as what is in the graph makes no new version. */
async function accept(
  ground: RegistryGround,
  actor: Actor,
  change: ProposedChange,
  { assessed, head }: { assessed: Assessment; head: Version | null },
): Promise<number | null> {
  if (change.kind === 'MOVE_HOME') {
    await acceptMove(ground, actor, change, { assessed, head });
    return head?.number ?? null;
  }
  if (!assessed.next || (head && isSame(assessed.next, head))) return head?.number ?? null;
  const version = await ground.store.change(async (book) => {
    await supersede(ground, book, subjectOf(change), null);
    const appended = await appendNext(ground, book, actor, { assessed, head, proposal: null });
    await book.note(auditOf(ground, actor, noteOf(change, assessed.verdict, { version: appended.number })));
    return appended;
  });
  ground.announce(version);
  return version.number;
}

async function acceptMove(
  ground: RegistryGround,
  actor: Actor,
  change: MoveHomeChange,
  { assessed, head }: { assessed: Assessment; head: Version | null },
): Promise<void> {
  await ground.store.change(async (book) => {
    await beginMove(ground, book, { change, actor, state: head?.state ?? NOTHING });
    await supersede(ground, book, subjectOf(change), null);
    await book.note(auditOf(ground, actor, noteOf(change, assessed.verdict, { to: change.to })));
  });
  ground.wakeMover();
}

function isSame(next: NonNullable<Assessment['next']>, head: Version): boolean {
  return JSON.stringify(next.state) === JSON.stringify(head.state);
}

export interface Step {
  assessed: Assessment;
  head: Version | null;
  proposal: string | null;
}

export async function appendNext(
  { now }: RegistryGround,
  book: WritingBook,
  actor: Actor,
  { assessed, head, proposal }: Step,
): Promise<Version> {
  const { home, token, from } = actor;
  const who = { by: home, token, from, at: now().toISOString(), proposal };
  const next = assessed.next!;
  refuseDisplaced(await book.openMoves(), { before: head?.state ?? NOTHING, after: next.state });
  return book.append(head?.number ?? 0, { ...next, ...who });
}

async function propose(
  ground: RegistryGround,
  actor: Actor,
  book: WritingBook,
  proposal: Proposal,
): Promise<void> {
  await supersede(ground, book, proposal.subject, proposal);
  await refuseFullLine(book, proposal.change);
  await book.saveProposal(proposal);
  await book.note(
    auditOf(ground, actor, noteOf(proposal.change, proposal.verdict, { proposal: proposal.id })),
  );
}

export async function refuseFullLine(book: WritingBook, change: ProposedChange): Promise<void> {
  const isJoin = (kind: string) => kind === 'JOIN';
  const waiting = await book.proposals('WAITING');
  const alike = waiting.filter((proposal) => isJoin(proposal.change.kind) === isJoin(change.kind));
  if (alike.length >= MAX_WAITING) throw tooManyWaiting(MAX_WAITING);
}

/** A newer proposal of the same publisher for the same takes the place of the one that waits. */
async function supersede(
  { now }: RegistryGround,
  book: WritingBook,
  subject: string,
  by: Proposal | null,
): Promise<void> {
  for (const waiting of await book.proposals('WAITING')) {
    if (waiting.subject !== subject || (by && waiting.by !== by.by)) continue;
    const reason = by ? `Superseded by ${by.id}.` : 'Superseded by a later publication.';
    await book.saveProposal({ ...waiting, state: 'SUPERSEDED', decidedAt: now().toISOString(), reason });
  }
}

export function newProposal(
  { newId, now }: RegistryGround,
  { home, token, from }: Actor,
  { change, assessed, base }: { change: ProposedChange; assessed: Assessment; base: number },
): Proposal {
  const undecided = {
    approvals: [],
    state: 'WAITING',
    decidedBy: null,
    decidedAt: null,
    reason: null,
    version: null,
  } as const;
  const { verdict, diff } = assessed;
  const who = { by: home, token, from, at: now().toISOString() };
  return {
    id: newId(),
    change,
    subject: subjectOf(change),
    base,
    verdict,
    diff,
    ...who,
    ...undecided,
    approvals: [],
  };
}

export function noteOf(change: ProposedChange, verdict: Verdict, more: Record<string, unknown> = {}) {
  const rules = [...new Set(verdict.findings.map(({ rule }) => rule))];
  const details = { outcome: verdict.outcome, rules, waitsFor: openApprovers(verdict, []), ...more };
  return { verb: change.kind, subject: subjectOf(change), details };
}
