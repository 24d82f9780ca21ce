// Reading the audit log, and walking its chain: whoever changed, removed or put in an entry is found at the first broken link.
import type { Actor } from '../domain/actor';
import {
  anchorText,
  type AuditAnchor,
  type AuditEntry,
  type ChainWalk,
  walkChain,
} from '../domain/audit-chain';
import { requireStreet } from './permissions';
import type { RegistryGround } from './registry-ground';

const PAGE = 1_000;

export async function readAudit(
  ground: RegistryGround,
  actor: Actor | null,
  after: number,
  limit: number,
): Promise<AuditEntry[]> {
  requireStreet(actor, 'audit');
  return ground.store.read.audit(Math.max(0, after), Math.max(1, Math.min(PAGE, limit)));
}

/** Signed, so that whoever keeps it can show later what the log had to have. Null before the first entry. */
export async function anchorAudit({ store, sign }: RegistryGround): Promise<AuditAnchor | null> {
  const head = await store.read.auditHead();
  if (!head) return null;
  const { sequence, hash } = head;
  return { sequence, hash, signature: sign(anchorText(head)) };
}

export interface AuditReport {
  /** The number and hash of the last sound entry. Keep them elsewhere: a log that was cut short is found by them only. */
  entries: number;
  last: string | null;
  broken: { sequence: number; why: string } | null;
}

/** `kept`: number and hash of an entry, written down earlier, that must still be there. */
export async function verifyAudit(
  ground: RegistryGround,
  actor: Actor | null,
  kept?: { sequence: number; hash: string },
): Promise<AuditReport> {
  requireStreet(actor, 'audit');
  let walk: ChainWalk = { last: null, broken: null };
  let isKept = kept === undefined;
  for (;;) {
    const entries = await ground.store.read.audit(walk.last?.sequence ?? 0, PAGE);
    walk = walkChain(walk, entries);
    isKept ||= entries.some(({ sequence, hash }) => sequence === kept!.sequence && hash === kept!.hash);
    if (entries.length < PAGE || walk.broken) break;
  }
  const broken = walk.broken ?? (isKept ? null : { sequence: kept!.sequence, why: 'MISSING' });
  return { entries: walk.last?.sequence ?? 0, last: walk.last?.hash ?? null, broken };
}
