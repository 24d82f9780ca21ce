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

/**
 * The street, its gateways, and organizations that were let in: anybody may ask to join and has a token at once.
 * `owner` is whose the thing is that one organization may read before it is let in too.
 */
export async function requireReader(
  { store }: RegistryGround,
  actor: Actor | null,
  owner?: string,
): Promise<Actor> {
  const { purpose, home } = signedIn(actor);
  if (purpose !== 'MEMBER' || home === owner) return actor!;
  if ((await store.read.member(home))?.state !== 'MEMBER') throw notAMember(home);
  return actor!;
}

/** The street, or an organization that was let in. */
export async function requirePublisher(ground: RegistryGround, actor: Actor | null): Promise<Actor> {
  if (signedIn(actor).purpose === 'GATEWAY') throw readsOnly();
  return requireReader(ground, actor);
}

export function requireOwner(actor: Actor, owner: string, what: string): void {
  if (actor.home !== owner && !isStreet(actor)) throw notYours(what, owner);
}
