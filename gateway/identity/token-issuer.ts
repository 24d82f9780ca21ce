// Who makes tokens: a provider of OpenID Connect, found by its address, or a set of keys in a file.
import { readFileSync } from 'node:fs';
import { type JSONWebKeySet, type JWTVerifyGetKey, createLocalJWKSet, createRemoteJWKSet } from 'jose';
import type { ClaimNames } from './read-claims';

export interface TokenIssuer {
  /** What `iss` says. */
  issuer: string;
  /** What `aud` must have. */
  audience: string;
  /** Never symmetric ones, and never `none`. */
  algorithms: readonly string[];
  claims: ClaimNames;
  keys: JWTVerifyGetKey;
}

export interface OidcSettings {
  issuer: string;
  audience: string;
  algorithms: readonly string[];
  claims: ClaimNames;
}

/** The provider does not answer, or not as OpenID Connect has it; nothing is said of the token. */
export class IssuerSilent extends Error {}

/** Milliseconds. */
const PATIENCE = 5_000;
const KEYS_FRESH = 10 * 60_000;
/** An unknown key is looked for again at most this often. */
const KEYS_PAUSE = 10_000;
const DISCOVERY_FRESH = 60 * 60_000;

/** Nothing is fetched before the first token comes, so that a provider that is away holds up no start. */
export function createOidcIssuer(settings: OidcSettings, now: () => number = () => Date.now()): TokenIssuer {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  let since = 0;
  return {
    ...settings,
    keys: async (header, token) => {
      if (!keys || now() - since > DISCOVERY_FRESH) discover();
      return (await keys!)(header, token);
    },
  };

  function discover(): void {
    since = now();
    const found = findKeys(settings.issuer);
    keys = found;
    found.catch(() => keys === found && (keys = undefined));
  }
}

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig */
async function findKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const place = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const configuration = await fetch(place, { signal: AbortSignal.timeout(PATIENCE), redirect: 'error' })
    .then(async (response) =>
      response.ok ? ((await response.json()) as Record<string, unknown>) : undefined,
    )
    .catch(() => undefined);
  const { issuer: said, jwks_uri: address } = configuration ?? {};
  if (said !== issuer || typeof address !== 'string' || !URL.canParse(address))
    throw new IssuerSilent('The provider of tokens does not answer its configuration.');
  return createRemoteJWKSet(new URL(address), {
    timeoutDuration: PATIENCE,
    cacheMaxAge: KEYS_FRESH,
    cooldownDuration: KEYS_PAUSE,
  });
}

export const DEMONSTRATION_ISSUER = 'urn:lianxi:demonstration';
export const DEMONSTRATION_AUDIENCE = 'lianxi';
export const USUAL_CLAIMS: ClaimNames = {
  office: 'office',
  organization: 'organization',
  kind: 'kind',
  scopes: 'scope',
};

/** The demonstration's own, whose public keys lie in a file. Throws when they cannot be read. */
export function readDemonstrationIssuer(file: string): TokenIssuer {
  const keys = createLocalJWKSet(JSON.parse(readFileSync(file, 'utf8')) as JSONWebKeySet);
  return {
    issuer: DEMONSTRATION_ISSUER,
    audience: DEMONSTRATION_AUDIENCE,
    algorithms: ['EdDSA'],
    claims: USUAL_CLAIMS,
    keys,
  };
}
