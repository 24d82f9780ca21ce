// The issuer of the demonstration: makes ready tokens for offices, services and devices. Never for anything but trying out.
import { type JSONWebKeySet, SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { SignedActor } from '../../schema/actor-signature';
import { DEMONSTRATION_AUDIENCE, DEMONSTRATION_ISSUER } from './token-issuer';

export interface DemonstrationTokens {
  /** What a gateway must know to accept them. */
  keys: JSONWebKeySet;
  /** `lifetime` in seconds. */
  tokenFor(actor: SignedActor, lifetime?: number): Promise<string>;
}

const A_DAY = 24 * 60 * 60;
const KEY_ID = 'demonstration';

/** Its key lives as long as the demonstration runs, and its tokens no longer than a day. */
export async function createDemonstrationTokens(): Promise<DemonstrationTokens> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  return {
    keys: { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'EdDSA', use: 'sig' }] },
    tokenFor: ({ office, organization, kind, scopes }, lifetime = A_DAY) =>
      new SignJWT({ office, organization, kind, scope: scopes.join(' ') })
        .setProtectedHeader({ alg: 'EdDSA', kid: KEY_ID })
        .setIssuer(DEMONSTRATION_ISSUER)
        .setAudience(DEMONSTRATION_AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + lifetime)
        .sign(privateKey),
  };
}
