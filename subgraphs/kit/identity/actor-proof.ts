// Who asks, proved by the gateway's signature: what is not so signed is refused before anything of it is run.
import type { IncomingMessage } from 'node:http';
import {
  ACTOR_HEADER,
  CLOCK_SKEW,
  faultIn,
  hashBody,
  readActorSignature,
  type ActorClaims,
  type SignatureFault,
} from '../../../schema/actor-signature';
import { refuse } from '../../../schema/codes';
import type { Actor } from '../workflow/actor';
import type { GatewayKeys } from './gateway-keys';
import { createSeenSignatures } from './seen-signatures';

export interface ProvenAsker {
  actor: Actor | undefined;
  /** Called before a mutation is run. Throws a refusal for a signature that has carried one before. */
  beforeMutation: () => void;
}

/** Throws a refusal for a proof that does not hold. */
export type ProveAsker = (request: IncomingMessage, body: Buffer) => Promise<ProvenAsker>;

export interface ProofOptions {
  /** The name of this shard. */
  audience: string;
  keys: GatewayKeys;
  /** Whether a request without a signature is refused; else nobody asks it. */
  required: boolean;
  now?: () => number;
  /** Told which check failed, never the signature. */
  onFault: (fault: SignatureFault | 'missing' | 'used-before') => void;
}

const NOBODY: ProvenAsker = { actor: undefined, beforeMutation: () => undefined };
/** Signatures that were verified and may come again: the gateway signs equal reads once. */
const MOST_VERIFIED = 2_000;

export function createActorProof({
  audience,
  keys,
  required,
  now = Date.now,
  onFault,
}: ProofOptions): ProveAsker {
  const verified = new Map<string, ActorClaims>();
  const seen = createSeenSignatures(now);

  return async function proveAsker({ headers }, body) {
    const token = headers[ACTOR_HEADER];
    if (token === undefined && !required) return NOBODY;
    if (typeof token !== 'string') throw refused('missing');
    const claims = verified.get(token) ?? (await verify(token));
    const fault = faultIn(claims, { audience, bodyHash: hashBody(body), now: now() });
    if (fault) throw refused(fault);
    return { actor: claims.actor, beforeMutation: () => takeOnce(claims) };
  };

  async function verify(token: string): Promise<ActorClaims> {
    const kid = keyIdIn(token);
    const key = kid === undefined ? undefined : await keys.find(kid);
    const read = readActorSignature(token, (named) => (named === kid ? key : undefined));
    if (typeof read === 'string') throw refused(read);
    verified.set(token, read);
    if (verified.size > MOST_VERIFIED) verified.delete(verified.keys().next().value!);
    return read;
  }

  function takeOnce({ jti, exp }: ActorClaims): void {
    const taken = seen.take(jti, (exp + CLOCK_SKEW) * 1000);
    if (taken === 'seen') throw refused('used-before');
    if (taken === 'full') throw tooMany();
  }

  function refused(fault: SignatureFault | 'missing' | 'used-before') {
    onFault(fault);
    return refuse('UNAUTHENTICATED', NOT_SIGNED, { http: { status: 401 } });
  }
}

/** Which key the signature names; whether it is that key's is another matter. */
function keyIdIn(token: string): string | undefined {
  try {
    const { kid } = JSON.parse(Buffer.from(token.split('.', 1)[0]!, 'base64url').toString()) as {
      kid?: unknown;
    };
    return typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}

const NOT_SIGNED = {
  zh: '这里只答复带有网关有效签名的请求；请通过网关询问（见 schema/actor-signature.md）。',
  en: 'Only requests with a valid signature of the gateway are answered here; ask through the gateway (see schema/actor-signature.md).',
};

const tooMany = () =>
  refuse('OVERLOADED', {
    zh: '近一分钟内的操作太多，此项未执行；请稍后再试。',
    en: 'Too much was done within the last minute, and this was not carried out; try again later.',
  });
