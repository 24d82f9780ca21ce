// The audit log as a chain: each entry holds the hash of the one before, so that no entry can be changed, taken out or put in unseen.
import { createHash } from 'node:crypto';
import { cutText, toStorable } from './storable-text';

export interface AuditEntry {
  sequence: number;
  at: string;
  /** Home of whoever acted, what its token is for, the token's id and the address. */
  by: string;
  purpose: string;
  token: string;
  from: string;
  verb: string;
  subject: string;
  /** JSON: the outcome and its circumstances; no SDL and no secret. */
  details: string;
  previous: string;
  hash: string;
}

export type AuditDraft = Pick<
  AuditEntry,
  'at' | 'by' | 'purpose' | 'token' | 'from' | 'verb' | 'subject' | 'details'
>;

export const FIRST_LINK = '0'.repeat(64);

/** Characters that the columns of `subject` and `from` take. */
const MAX_CHARACTERS = 200;

/** What is hashed is what the database will give back: a member writes the subject, and any other text would break the chain for good. */
export function linkEntry(draft: AuditDraft, last: Pick<AuditEntry, 'sequence' | 'hash'> | null): AuditEntry {
  const { from, subject, details } = draft;
  const entry = {
    ...draft,
    from: toStorable(cutText(from, MAX_CHARACTERS)),
    subject: toStorable(cutText(subject, MAX_CHARACTERS)),
    details: toStorable(details),
    sequence: (last?.sequence ?? 0) + 1,
    previous: last?.hash ?? FIRST_LINK,
    hash: '',
  };
  return { ...entry, hash: hashEntry(entry) };
}

/** The newest entry. Kept elsewhere, it finds a log that was cut at its end. */
export interface AuditHead {
  sequence: number;
  hash: string;
}

export interface AuditAnchor extends AuditHead {
  /** Base64, Ed25519 by the registry's key over `anchorText`. */
  signature: string;
}

export function anchorText({ sequence, hash }: AuditHead): string {
  return `lianxi audit ${sequence}:${hash}`;
}

export interface ChainBreak {
  sequence: number;
  why: 'MISSING' | 'NOT_LINKED' | 'CHANGED';
}

export interface ChainWalk {
  last: { sequence: number; hash: string } | null;
  broken: ChainBreak | null;
}

/** Goes on from `walk`; stops at the first broken link. */
export function walkChain(walk: ChainWalk, entries: AuditEntry[]): ChainWalk {
  let { last } = walk;
  for (const entry of entries) {
    if (walk.broken) return walk;
    const expected = (last?.sequence ?? 0) + 1;
    if (entry.sequence !== expected) return { last, broken: { sequence: expected, why: 'MISSING' } };
    if (entry.previous !== (last?.hash ?? FIRST_LINK))
      return { last, broken: { sequence: expected, why: 'NOT_LINKED' } };
    if (entry.hash !== hashEntry(entry)) return { last, broken: { sequence: expected, why: 'CHANGED' } };
    last = { sequence: entry.sequence, hash: entry.hash };
  }
  return { last, broken: walk.broken };
}

function hashEntry(entry: AuditEntry): string {
  const { sequence, at, by, purpose, token, from, verb, subject, details, previous } = entry;
  const text = JSON.stringify([sequence, at, by, purpose, token, from, verb, subject, details, previous]);
  return createHash('sha256').update(text).digest('hex');
}
