// Signs what goes to shards with the gateway's key, so that they know who asks; equal reads of one actor share a signature.
import { type KeyObject, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import {
  type ActorKey,
  type SignedActor,
  ISSUER,
  LIFETIME,
  hashBody,
  keyIdOf,
  signActor,
} from '../../schema/actor-signature';
import type { SignRequest } from '../sharding/transport';
import { createSignatureCache } from './signature-cache';

/** Made anew at each start where none is given; shards fetch it when they first meet it. */
export function toActorKey(privateKey: KeyObject = generateKeyPairSync('ed25519').privateKey): ActorKey {
  return { kid: keyIdOf(createPublicKey(privateKey)), privateKey };
}

/** As `/.well-known/lianxi-keys` answers it. */
export function publicKeySet({ kid, privateKey }: ActorKey): { keys: object[] } {
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  return { keys: [{ ...jwk, kid, alg: 'EdDSA', use: 'sig' }] };
}

export function createRequestSigner(key: ActorKey, now: () => number = () => Date.now()): SignRequest {
  const cache = createSignatureCache(now);
  return function signRequest({ audience, body, actor, isRead }) {
    if (!isRead) return sign(audience, body, actor);
    return cache.get({ audience, body, actor }, () => sign(audience, body, actor));
  };

  function sign(aud: string, body: string, actor: SignedActor | undefined): string {
    const iat = Math.floor(now() / 1000);
    const claims = { iss: ISSUER, aud, iat, exp: iat + LIFETIME, jti: randomUUID(), bh: hashBody(body) };
    return signActor(actor ? { ...claims, actor } : claims, key);
  }
}
