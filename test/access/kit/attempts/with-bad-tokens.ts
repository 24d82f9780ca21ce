// Asking with tokens that prove nothing: expired, forged, altered, or meant for somebody else.
import { UnsecuredJWT, generateKeyPair, type JWTPayload } from 'jose';
import { OFFICE } from '../../../identity/kit/start-provider';
import { isUnrecognized } from '../attempt';
import type { AttemptGround, GroundAttempt } from '../attempt-ground';
import { OTHER, OWNER } from '../organizations';

type Making = (ground: AttemptGround) => string | Promise<string>;

const seconds = () => Math.floor(Date.now() / 1000);
const claiming =
  (claims: () => JWTPayload): Making =>
  ({ provider }) =>
    provider.tokenOf({ organization: OWNER, ...claims() });
const claimsOf = ({ provider: { issuer } }: AttemptGround) => ({
  ...OFFICE,
  iss: issuer,
  aud: 'lianxi',
  exp: seconds() + 60,
});

/** The signature is that of another organization's token. */
const altered: Making = async (ground) => {
  const [head, , signature] = (await ground.provider.tokenOf({ organization: OTHER })).split('.');
  return `${head}.${Buffer.from(JSON.stringify(claimsOf(ground))).toString('base64url')}.${signature}`;
};

const byAnotherKey: Making = async ({ provider }) =>
  provider.tokenOf({ organization: OWNER }, {}, (await generateKeyPair('RS256')).privateKey);

const bySharedSecret: Making = ({ provider }) =>
  provider.tokenOf({ organization: OWNER }, { alg: 'HS256' }, new Uint8Array(32));

const TOKENS: [string, Making][] = [
  ['an expired token', claiming(() => ({ exp: seconds() - 61 }))],
  ['an unsigned token', (ground) => new UnsecuredJWT(claimsOf(ground)).encode()],
  ['an altered token', altered],
  ['a token by another key', byAnotherKey],
  ['a token by a shared secret', bySharedSecret],
  ['a token for somebody else', claiming(() => ({ aud: 'another' }))],
  ['a token that is not valid yet', claiming(() => ({ nbf: seconds() + 90 }))],
  ['no token at all, said to be one', () => 'abc'],
];

export const withBadTokens: GroundAttempt[] = TOKENS.map(([name, make]) => [
  name,
  async (ground) => ground.withToken(`Bearer ${await make(ground)}`),
  isUnrecognized,
  /need/,
]);
