// The public keys of those that this shard trusts: fetched from their addresses or read from files, as they change.
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { keyIdOf } from '../../../schema/actor-signature';

export interface TrustedKeys {
  /** At once when it is known; a key that is not is looked for. */
  find: (kid: string) => KeyObject | undefined | Promise<KeyObject | undefined>;
}

export interface KeyOptions {
  /** Addresses and files of JWK sets. */
  sources: readonly string[];
  /** For the sentence, e.g. `gateway`. */
  whose: string;
  now?: () => number;
  /** Told in a sentence when a source gives no keys; its last good ones stay. */
  onFault: (sentence: string) => void;
}

/** Milliseconds. */
const FRESH = 10 * 60_000;
const PAUSE = 10_000;
const PATIENCE = 5_000;
const LONGEST = 64 * 1024;
const MOST_KEYS = 16;

export function createTrustedKeys({
  sources,
  whose,
  now = () => Date.now(),
  onFault,
}: KeyOptions): TrustedKeys {
  const bySource = new Map<string, Map<string, KeyObject>>();
  let askedAt = -Infinity;
  let looking: Promise<void> | undefined;
  return {
    find(kid) {
      const known = lookUp(kid);
      const age = now() - askedAt;
      if (age < (known ? FRESH : PAUSE)) return known ?? looking?.then(() => lookUp(kid));
      const looked = look();
      // Who is known need not wait for the keys to be read again.
      return known ?? looked.then(() => lookUp(kid));
    },
  };

  function lookUp(kid: string): KeyObject | undefined {
    for (const keys of bySource.values()) if (keys.has(kid)) return keys.get(kid);
    return undefined;
  }

  function look(): Promise<void> {
    askedAt = now();
    looking ??= Promise.all(sources.map(readFrom)).then(() => void (looking = undefined));
    return looking;
  }

  async function readFrom(source: string): Promise<void> {
    try {
      bySource.set(source, readKeys(await readText(source)));
    } catch (fault) {
      onFault(`The keys of the ${whose} cannot be read from ${source}: ${(fault as Error).message}`);
    }
  }
}

async function readText(source: string): Promise<string> {
  if (!/^https?:/.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source, { signal: AbortSignal.timeout(PATIENCE), redirect: 'error' });
  if (!response.ok) throw new Error(`it answers with status ${response.status}`);
  const text = await response.text();
  if (text.length > LONGEST) throw new Error('its answer is too long for a set of keys');
  return text;
}

/** A set without any Ed25519 key is no set of ours. */
function readKeys(text: string): Map<string, KeyObject> {
  const { keys } = JSON.parse(text) as { keys?: JsonWebKey[] };
  const own = (Array.isArray(keys) ? keys : []).filter(({ crv }) => crv === 'Ed25519').slice(0, MOST_KEYS);
  if (own.length === 0)
    throw new Error(
      'it holds no Ed25519 key; expected a JWK set as /.well-known/lianxi-keys of a gateway or registry answers',
    );
  return new Map(
    own.map((jwk) => {
      const key = createPublicKey({ key: jwk, format: 'jwk' });
      return [keyIdOf(key), key];
    }),
  );
}
