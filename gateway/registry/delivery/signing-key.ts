// The key that the registry signs with: made at the first start, kept in a file that only its own user reads.
import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface SigningKey {
  privateKey: KeyObject;
  /** PEM, for whoever checks. */
  publicPem: string;
}

/** Throws an Error with a sentence when the file is there but no Ed25519 key. */
export function readSigningKey(file: string): SigningKey {
  const privateKey = parseKey(readPem(file), file);
  const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string;
  return { privateKey, publicPem };
}

/** Two programs that start at once agree on the one whose file was there first. */
function readPem(file: string): string {
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(file, 'utf8');
  }
}

function parseKey(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The sentence below says all there is to say, and must not quote the file.
  }
  throw new Error(
    `The file ${file} is no Ed25519 private key (PKCS #8, PEM). Remove it and start again: a new one is made, and gateways that pin the old one need its public key.`,
  );
}
