// Tokens of the demonstration's issuer for tests: a file of its keys for the gateway, and headers for whoever asks.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemonstrationTokens } from '../../gateway/identity/demonstration-tokens';
import type { SignedActor } from '../../schema/actor-signature';

export interface SignIn {
  /** For the gateway's settings. */
  demonstrationIssuerPath: string;
  /** The header `authorization` of an office of the organization, or of what else is said. */
  as: (organization: string, more?: Partial<SignedActor>) => Promise<string>;
}

export async function openSignIn(): Promise<SignIn> {
  const { keys, tokenFor } = await createDemonstrationTokens();
  const demonstrationIssuerPath = join(mkdtempSync(join(tmpdir(), 'lianxi-issuer-')), 'keys.json');
  writeFileSync(demonstrationIssuerPath, JSON.stringify(keys));
  return {
    demonstrationIssuerPath,
    as: async (organization, more = {}) =>
      `Bearer ${await tokenFor({ office: '综合办公室', organization, kind: 'office', scopes: [], ...more })}`,
  };
}
