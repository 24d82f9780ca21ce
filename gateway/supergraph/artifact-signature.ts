// How the registry signs what it hands out, and how a gateway checks it: Ed25519 over the bytes of the body.
import { type KeyObject, createHash, createPublicKey, sign, verify } from 'node:crypto';

/** Base64 of the signature. */
export const SIGNATURE_HEADER = 'x-lianxi-signature';

export function signBody(body: Buffer, privateKey: KeyObject): string {
  return sign(null, body, privateKey).toString('base64');
}

export function isSignedBy(body: Buffer, signature: string, publicKey: KeyObject): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return bytes.length === 64 && verify(null, body, publicKey, bytes);
}

/** PEM, or what stands between its first and last line, so that it fits into one setting. */
export function readPublicKey(text: string): KeyObject | undefined {
  const der = Buffer.from(text.replace(/-----[A-Z ]+-----/g, ''), 'base64');
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** A strong ETag, quotes included. */
export function etagOf(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}
