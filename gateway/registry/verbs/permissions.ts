// Who may use which verb.
import type { Actor } from '../domain/actor';
import { notAMember, notSignedIn, notYours, readsOnly, streetOnly } from './refusals';
import type { RegistryGround } from './registry-ground';

export function signedIn(actor: Actor | null): Actor {
  if (!actor) throw notSignedIn();
  return actor;
}

export function isStreet(actor: Actor): boolean {
  return actor.purpose === 'STREET';
}

/** `verb` is said in the refusal. */
export function requireStreet(actor: Actor | null, verb: string): Actor {
  if (!isStreet(signedIn(actor))) throw streetOnly(verb);
  return actor!;
}

/** The street, or an organization that was let in. */
export async function requirePublisher({ store }: RegistryGround, actor: Actor | null): Promise<Actor> {
  const { purpose, home } = signedIn(actor);
  if (purpose === 'GATEWAY') throw readsOnly();
  if (purpose === 'MEMBER' && (await store.read.member(home))?.state !== 'MEMBER') throw notAMember(home);
  return actor!;
}

export function requireOwner(actor: Actor, owner: string, what: string): void {
  if (actor.home !== owner && !isStreet(actor)) throw notYours(what, owner);
}
