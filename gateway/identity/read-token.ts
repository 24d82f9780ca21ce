// Turns an `authorization` header into who asks: nobody without one, an office by a good token, a refusal by anything else.
import { type JWTPayload, decodeJwt, errors, jwtVerify } from 'jose';
import type { GraphQLError } from 'graphql';
import { CLOCK_SKEW, type SignedActor } from '../../schema/actor-signature';
import { type Sentence, refuse } from '../../schema/codes';
import { readActor } from './read-claims';
import { IssuerSilent, type TokenIssuer } from './token-issuer';

export type TokenReading = { actor: SignedActor | undefined } | { refusal: GraphQLError };

/** At once where the token is known. */
export type ReadToken = (authorization: string | undefined) => TokenReading | Promise<TokenReading>;

interface Known {
  reading: TokenReading;
  /** Milliseconds since the epoch. */
  until: number;
}

const LONGEST = 8_192;
const MOST_KNOWN = 5_000;
/** After this the keys are asked again, so that one which was taken back counts no longer. Milliseconds. */
const FRESH = 5 * 60_000;
const ANONYMOUS: TokenReading = { actor: undefined };

export function createTokenReader(
  issuers: readonly TokenIssuer[],
  now: () => number = () => Date.now(),
): ReadToken {
  const known = new Map<string, Known>();

  return function readToken(authorization) {
    if (authorization === undefined) return ANONYMOUS;
    const kept = known.get(authorization);
    if (kept && kept.until > now()) return kept.reading;
    known.delete(authorization);
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    if (!token || token.length > LONGEST) return refused(NO_BEARER);
    return verify(token).then(
      (claims) => keep(authorization, claims),
      (fault: unknown) => refusalOf(fault),
    );
  };

  async function verify(token: string): Promise<{ payload: JWTPayload; issuer: TokenIssuer }> {
    const { iss } = decodeJwt(token);
    const issuer = issuers.find((each) => each.issuer === iss);
    if (!issuer) throw new UnknownIssuer();
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: [...issuer.algorithms],
      clockTolerance: CLOCK_SKEW,
      requiredClaims: ['exp'],
      currentDate: new Date(now()),
    });
    return { payload, issuer };
  }

  function keep(
    authorization: string,
    { payload, issuer }: { payload: JWTPayload; issuer: TokenIssuer },
  ): TokenReading {
    const read = readActor(payload, issuer.claims);
    if ('zh' in read) return refused(read);
    const reading = { actor: read };
    const until = Math.min(now() + FRESH, (payload.exp! + CLOCK_SKEW) * 1000);
    known.set(authorization, { reading, until });
    if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
    return reading;
  }
}

class UnknownIssuer extends Error {}

function refusalOf(fault: unknown): TokenReading {
  if (fault instanceof errors.JWTExpired) return refused(EXPIRED);
  if (fault instanceof UnknownIssuer) return refused(ANOTHER_ISSUER);
  if (fault instanceof errors.JWTClaimValidationFailed) return refused(CLAIMS[fault.claim] ?? NOT_VALID);
  if (fault instanceof IssuerSilent || isFetchFault(fault)) return refused(SILENT, 503);
  return refused(NOT_VALID);
}

/** The provider's keys did not come; that says nothing of the token. */
function isFetchFault(fault: unknown): boolean {
  if (fault instanceof errors.JWKSTimeout) return true;
  if (fault instanceof errors.JOSEError) return fault.code === 'ERR_JOSE_GENERIC';
  return fault instanceof TypeError && fault.message === 'fetch failed';
}

function refused(sentence: Sentence, status = 401): TokenReading {
  return { refusal: refuse('UNAUTHENTICATED', sentence, { http: { status } }) };
}

const NO_BEARER: Sentence = {
  zh: '请求头 authorization 应为“Bearer 令牌”；不带此头则按未登录答复公开内容。',
  en: 'The header authorization must be "Bearer <token>"; leave it out to read what is public.',
};
const EXPIRED: Sentence = {
  zh: '令牌已过期；请重新登录，或为设备换发新的令牌。',
  en: 'The token has expired; sign in again, or have a new one made for the device.',
};
const ANOTHER_ISSUER: Sentence = {
  zh: '令牌不是本网关认可的签发方所发；请用本街道的登录服务。',
  en: 'The token is not of an issuer that this gateway knows; sign in with the service of this street.',
};
const NOT_VALID: Sentence = {
  zh: '令牌无效（格式、算法或签名不对）；请重新登录。',
  en: 'The token is not valid (its form, its algorithm or its signature); sign in again.',
};
const SILENT: Sentence = {
  zh: '登录服务没有应答，令牌无法核对；请稍后再试。',
  en: 'The service that made the token does not answer, so the token cannot be checked; try again later.',
};
const CLAIMS: Record<string, Sentence> = {
  aud: {
    zh: '令牌不是发给本网关的（aud 不符）；请为本网关重新申请。',
    en: 'The token was made for somebody else (aud); ask for one for this gateway.',
  },
  nbf: {
    zh: '令牌尚未生效（nbf）；请稍后再试，并核对时钟。',
    en: 'The token is not valid yet (nbf); try again later, and check the clocks.',
  },
  exp: {
    zh: '令牌没有写明何时过期（exp）；请换一个有期限的令牌。',
    en: 'The token does not say when it expires (exp); use one that does.',
  },
};
