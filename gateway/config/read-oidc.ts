// Whose tokens say who asks, as the settings name the provider; undefined where there is none.
import type { OidcSettings } from '../identity/token-issuer';
import { Expected, readAddress, type SettingReader } from './setting-readers';

export function readOidc(setting: SettingReader, faults: string[]): OidcSettings | undefined {
  const issuer = setting('LIANXI_OIDC_ISSUER', '', readAddress);
  if (!issuer) return undefined;
  const word = (name: string, usual: string) => setting(name, usual, (text) => text);
  const audience = word('LIANXI_OIDC_AUDIENCE', '');
  if (!audience) faults.push(OIDC_NEEDS_AUDIENCE);
  return {
    issuer,
    audience,
    algorithms: setting('LIANXI_OIDC_ALGORITHMS', ALGORITHMS, readAlgorithms),
    claims: {
      office: word('LIANXI_OIDC_OFFICE_CLAIM', 'office'),
      organization: word('LIANXI_OIDC_ORGANIZATION_CLAIM', 'organization'),
      kind: word('LIANXI_OIDC_KIND_CLAIM', 'kind'),
      scopes: word('LIANXI_OIDC_SCOPE_CLAIM', 'scope'),
    },
  };
}

const OIDC_NEEDS_AUDIENCE =
  'LIANXI_OIDC_ISSUER is set, but LIANXI_OIDC_AUDIENCE is not: set it to what the provider writes into "aud" of tokens that are for this gateway.';

/** Whoever knows a public key could sign with HS…; those are not among them. */
const ALGORITHMS = ['EdDSA', 'ES256', 'PS256', 'RS256'];
const ALL_ALGORITHMS = /^(?:EdDSA|Ed25519|(?:ES|PS|RS)(?:256|384|512))$/;

function readAlgorithms(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => ALL_ALGORITHMS.test(name))) return names;
  throw new Expected('asymmetric algorithms separated by commas, such as RS256,EdDSA');
}
