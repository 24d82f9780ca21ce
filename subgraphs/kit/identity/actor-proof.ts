// Who asks, proved by the signature of one that this shard trusts: what is not so signed is refused before anything of it is run.
import type { IncomingMessage } from 'node:http';
import type { OperationDefinitionNode, DocumentNode } from 'graphql';
import {
  ACTOR_HEADER,
  CLOCK_SKEW,
  EXAMINER,
  faultIn,
  hashBody,
  readActorSignature,
  type ActorClaims,
  type SignatureFault,
} from '../../../schema/actor-signature';
import { refuse } from '../../../schema/codes';
import type { Actor } from '../workflow/actor';
import { isExamination } from './is-examination';
import { createSeenSignatures } from './seen-signatures';
import type { TrustedKeys } from './trusted-keys';

export interface ProvenAsker {
  actor: Actor | undefined;
  /** Name of the signature, under which what it carried is known again, even by a process that was started since. */
  signature?: string;
  /** Throws a refusal for a signature that has carried a change before. */
  takeOnce: () => void;
  /**
   * Called before an operation is run. Throws a refusal for what is not open to whoever signed, and for a mutation under
   * a signature that has carried one before.
   */
  beforeOperation: (document: DocumentNode, operation: Pick<OperationDefinitionNode, 'operation'>) => void;
}

/** Throws a refusal for a proof that does not hold. */
export type ProveAsker = (request: IncomingMessage, body: Buffer) => Promise<ProvenAsker>;

export interface ProofOptions {
  /** The name of this shard. */
  audience: string;
  /** By issuer: who may sign what is asked here. */
  trusted: ReadonlyMap<string, TrustedKeys>;
  /** Whether a request without a signature is refused; else nobody asks it. */
  required: boolean;
  now?: () => number;
  /** Told which check failed, never the signature. */
  onFault: (fault: SignatureFault | 'missing' | 'used-before') => void;
}

export function unproven(actor: Actor | undefined): ProvenAsker {
  return { actor, takeOnce: () => undefined, beforeOperation: () => undefined };
}

/** Signatures that were verified and may come again: the gateway signs equal reads once. */
const MOST_VERIFIED = 2_000;

export function createActorProof({
  audience,
  trusted,
  required,
  now = Date.now,
  onFault,
}: ProofOptions): ProveAsker {
  const verified = new Map<string, ActorClaims>();
  const seen = createSeenSignatures(now);
  const issuers = [...trusted.keys()];

  return async function proveAsker({ headers }, body) {
    const token = headers[ACTOR_HEADER];
    if (token === undefined && !required) return unproven(undefined);
    if (typeof token !== 'string') throw refused('missing');
    const claims = verified.get(token) ?? (await verify(token));
    const fault = faultIn(claims, { audience, issuers, bodyHash: hashBody(body), now: now() });
    if (fault) throw refused(fault);
    return claims.iss === EXAMINER ? examiner(claims) : asker(claims);
  };

  function asker(claims: ActorClaims): ProvenAsker {
    const once = () => takeOnce(claims);
    const beforeOperation: ProvenAsker['beforeOperation'] = (_, { operation }) => {
      if (operation === 'mutation') once();
    };
    return { actor: claims.actor, signature: claims.jti, takeOnce: once, beforeOperation };
  }

  /** It speaks for nobody, and is told no more than an examination needs. */
  function examiner(claims: ActorClaims): ProvenAsker {
    if (claims.actor) throw refused('not-permitted');
    const beforeOperation: ProvenAsker['beforeOperation'] = (document) => {
      if (!isExamination(document)) throw refused('not-permitted');
    };
    return { ...asker(claims), beforeOperation };
  }

  async function verify(token: string): Promise<ActorClaims> {
    const { kid, iss } = namesIn(token);
    if (iss !== undefined && !trusted.has(iss)) throw refused('wrong-issuer');
    const key = kid === undefined ? undefined : await trusted.get(iss ?? '')?.find(kid);
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

/** Which key and which issuer the signature names; whether they are its own is another matter. */
function namesIn(token: string): { kid?: string; iss?: string } {
  const [{ kid }, { iss }] = token.split('.', 2).concat('', '').map(readPart) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  return {
    kid: typeof kid === 'string' ? kid : undefined,
    iss: typeof iss === 'string' ? iss : undefined,
  };
}

function readPart(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const NOT_SIGNED = {
  zh: '这里只答复带有网关（检查时为注册中心）有效签名的请求；请通过网关询问（见 schema/actor-signature.md）。',
  en: 'Only requests with a valid signature of the gateway, or of a trusted examiner, are answered here; ask through the gateway (see schema/actor-signature.md).',
};

const tooMany = () =>
  refuse('OVERLOADED', {
    zh: '近一分钟内的操作太多，此项未执行；请稍后再试。',
    en: 'Too much was done within the last minute, and this was not carried out; try again later.',
  });
