// Remembers signatures of reads for half of their life: a question that is asked of 300 shards again and again is not signed 300 times again.
import { LIFETIME, type SignedActor } from '../../schema/actor-signature';

export interface SignedRead {
  audience: string;
  body: string;
  actor: SignedActor | undefined;
}

export interface SignatureCache {
  get(read: SignedRead, sign: () => string): string;
}

interface Kept {
  signature: string;
  /** Milliseconds since the epoch. */
  until: number;
}

const HALF_LIFE = (LIFETIME * 1000) / 2;
/** Of all bodies together. What is longer than a body's limit is signed each time: it is rare, and seldom the same. */
const MOST_CHARACTERS = 16_000_000;
const LONGEST_BODY = 8_000;

/** The oldest go first: nothing is kept longer than half a minute, so use says little. */
export function createSignatureCache(now: () => number): SignatureCache {
  const kept = new Map<string, Kept>();
  let held = 0;
  return {
    get({ audience, body, actor }, sign) {
      if (body.length > LONGEST_BODY) return sign();
      const key = `${audience} ${nameOf(actor)} ${body}`;
      const at = now();
      const known = kept.get(key);
      if (known && known.until > at) return known.signature;
      forget(key);
      const signature = sign();
      kept.set(key, { signature, until: at + HALF_LIFE });
      held += key.length;
      while (held > MOST_CHARACTERS) forget(kept.keys().next().value!);
      return signature;
    },
  };

  function forget(key: string): void {
    if (kept.delete(key)) held -= key.length;
  }
}

const names = new WeakMap<SignedActor, string>();

/** All that is signed of an actor, in one text; made once for each that a token was read into. */
function nameOf(actor: SignedActor | undefined): string {
  if (!actor) return '-';
  let name = names.get(actor);
  if (name === undefined) {
    const { office, organization, kind, scopes } = actor;
    names.set(actor, (name = JSON.stringify([office, organization, kind, scopes])));
  }
  return name;
}
