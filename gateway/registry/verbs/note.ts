// One entry of the audit log, as every verb writes it: who, when, what, from where, and what came of it.
import type { Actor } from '../domain/actor';
import type { AuditDraft } from '../domain/audit-chain';
import type { RegistryGround } from './registry-ground';

export interface Noted {
  verb: string;
  subject: string;
  /** Outcome and circumstances; no SDL and no secret. */
  details?: Record<string, unknown>;
}

export function auditOf(
  { now }: RegistryGround,
  actor: Actor,
  { verb, subject, details = {} }: Noted,
): AuditDraft {
  const { home, purpose, token, from } = actor;
  const at = now().toISOString();
  return {
    at,
    by: home,
    purpose,
    token,
    from,
    verb,
    subject,
    details: JSON.stringify(details),
  };
}
