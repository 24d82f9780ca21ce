// Who asks, as the gateway tells it to a shard: a short-lived signed statement beside the request; actor-signature.md specifies it.
import { type KeyObject, createHash, sign, verify } from 'node:crypto';

export const ACTOR_HEADER = 'x-lianxi-actor';
/** Says who asks. */
export const GATEWAY = 'lianxi-gateway';
/** Asks whether a shard keeps the contract: nobody's eyes, and no row's columns. */
export const EXAMINER = 'lianxi-examiner';
/** Brings a home's rows from one shard to another; home-move.md specifies what it asks. */
export const MOVER = 'lianxi-mover';
const TYPE = 'lianxi-actor+jwt';
/** Seconds. */
export const LIFETIME = 60;
export const CLOCK_SKEW = 60;
const LONGEST = 8_192;

/** An office of an organization, a service or a device; never a person. */
export interface SignedActor {
  office: string;
  /** Its home. */
  organization: string;
  kind: 'office' | 'service' | 'device';
  scopes: readonly string[];
}

export interface ActorClaims {
  iss: string;
  /** Name of the shard that is asked. */
  aud: string;
  /** Seconds since the epoch. */
  iat: number;
  exp: number;
  /** Names this one signature, by which a mutation is taken once. */
  jti: string;
  /** Hash of the request's body. */
  bh: string;
  /** Absent where nobody has signed in. */
  actor?: SignedActor;
}

/** Why a signature is not accepted, in the words of the specification. */
export type SignatureFault =
  | 'malformed'
  | 'wrong-form'
  | 'unknown-key'
  | 'bad-signature'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'wrong-body'
  | 'not-yet-valid'
  | 'expired'
  | 'lives-too-long'
  | 'not-permitted';

export interface ActorKey {
  kid: string;
  privateKey: KeyObject;
}

export function hashBody(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('base64url');
}

/** The name of a public key: its RFC 7638 thumbprint. */
export function keyIdOf(publicKey: KeyObject): string {
  const { crv, kty, x } = publicKey.export({ format: 'jwk' });
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

export function signActor(claims: ActorClaims, { kid, privateKey }: ActorKey): string {
  const signed = `${encode({ alg: 'EdDSA', typ: TYPE, kid })}.${encode(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}

export type KeyFinder = (kid: string) => KeyObject | undefined;

/** What a signature says, if its key is known and it is that key's. Whether it holds here and now is `faultIn`'s to say. */
export function readActorSignature(token: string, keyOf: KeyFinder): ActorClaims | SignatureFault {
  const [head, body, signature, ...rest] = token.split('.');
  if (token.length > LONGEST || !head || !body || !signature || rest.length > 0) return 'malformed';
  const header = decode(head);
  const claims = decode(body);
  if (!header || !claims) return 'malformed';
  if (header.alg !== 'EdDSA' || header.typ !== TYPE || 'crit' in header) return 'wrong-form';
  const key = typeof header.kid === 'string' ? keyOf(header.kid) : undefined;
  if (!key) return 'unknown-key';
  const bytes = Buffer.from(signature, 'base64url');
  if (!verify(null, Buffer.from(`${head}.${body}`), key, bytes)) return 'bad-signature';
  return isClaims(claims) ? claims : 'wrong-form';
}

export interface SignatureGround {
  audience: string;
  /** Who may have signed; the gateway alone where nothing is said. */
  issuers?: readonly string[];
  bodyHash: string;
  /** Milliseconds since the epoch. */
  now: number;
}

export function faultIn(
  { iss, aud, iat, exp, bh }: ActorClaims,
  { audience, issuers = [GATEWAY], bodyHash, now }: SignatureGround,
): SignatureFault | undefined {
  if (!issuers.includes(iss)) return 'wrong-issuer';
  if (aud !== audience) return 'wrong-audience';
  if (bh !== bodyHash) return 'wrong-body';
  if (exp - iat > LIFETIME) return 'lives-too-long';
  const seconds = now / 1000;
  if (seconds < iat - CLOCK_SKEW) return 'not-yet-valid';
  return seconds >= exp + CLOCK_SKEW ? 'expired' : undefined;
}

function isClaims(value: Record<string, unknown>): value is Record<string, unknown> & ActorClaims {
  const { iss, aud, iat, exp, jti, bh, actor } = value;
  return (
    [iss, aud, jti, bh].every((each) => typeof each === 'string' && each !== '') &&
    [iat, exp].every((each) => Number.isSafeInteger(each)) &&
    (actor === undefined || isActor(actor))
  );
}

const KINDS = new Set<unknown>(['office', 'service', 'device']);

function isActor(value: unknown): value is SignedActor {
  if (typeof value !== 'object' || value === null) return false;
  const { office, organization, kind, scopes } = value as Record<string, unknown>;
  return (
    [office, organization].every((each) => typeof each === 'string' && each !== '') &&
    KINDS.has(kind) &&
    Array.isArray(scopes) &&
    scopes.every((each) => typeof each === 'string')
  );
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(text: string): Record<string, unknown> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
