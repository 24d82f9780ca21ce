// Who asks: an office of an organization, a service or a device, as the request's bearer proved it. Never a person.
import type { SignedActor } from '../../../schema/actor-signature';
import { refuse } from '../../../schema/codes';

/** The office (岗位) that acts, never a name; and the home for which it acts. */
export type Actor = SignedActor;

/** The scope under which a home's own outbox delivers to other homes. */
export const OUTBOX_SCOPE = 'outbox';

/** Throws UNAUTHENTICATED where nobody is known to ask. */
export function requireActor(actor: Actor | undefined): Actor {
  if (actor) return actor;
  throw refuse('UNAUTHENTICATED', {
    zh: '此操作需要登录；请带上本单位岗位的令牌再试。',
    en: 'This needs a signed-in office; send the token of an office of your organization and try again.',
  });
}

/** A screen in a meeting room reads, and so does a dashboard's service; an outbox writes for its home. */
export function mayWrite(actor: Actor): boolean {
  return actor.kind === 'office' || mayDeliver(actor);
}

/** An outbox, that carries what an office at its home has decided. */
export function mayDeliver({ kind, scopes }: Actor): boolean {
  return kind === 'service' && scopes.includes(OUTBOX_SCOPE);
}
