// Signs what goes to shards, so that they know who asks: the gateway's equal reads of one actor share a signature.
import { type KeyObject, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import {
  type ActorKey,
  type SignedActor,
  EXAMINER,
  GATEWAY,
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
    const sign = () => signAs(GATEWAY, key, { audience, body, actor, now: now() });
    return isRead ? cache.get({ audience, body, actor }, sign) : sign();
  };
}

/** As one who examines: nobody asks, and each request is signed anew. */
export function createExaminationSigner(key: ActorKey, now: () => number = () => Date.now()): SignRequest {
  return ({ audience, body }) => signAs(EXAMINER, key, { audience, body, now: now() });
}

interface Signable {
  audience: string;
  body: string;
  actor?: SignedActor;
  /** Milliseconds since the epoch. */
  now: number;
}

export function signAs(iss: string, key: ActorKey, { audience, body, actor, now }: Signable): string {
  const iat = Math.floor(now / 1000);
  const claims = { iss, aud: audience, iat, exp: iat + LIFETIME, jti: randomUUID(), bh: hashBody(body) };
  return signActor(actor ? { ...claims, actor } : claims, key);
}
