// A bearer token: shown once, kept as the SHA-256 of its text.
import { createHash, randomBytes } from 'node:crypto';
import type { Purpose } from './actor';

export interface Token {
  id: string;
  hash: string;
  purpose: Purpose;
  home: string;
  /** What it is for, in its holder's words. */
  label: string;
  createdAt: string;
  /** Null: until it is revoked. */
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedOn: string | null;
}

const PREFIX = 'lianxi_';
const SHAPE = /^lianxi_[\w-]{43,200}$/;

/** 256 random bits, so that one SHA-256 is enough to keep it. The prefix lets scanners of leaked secrets know it. */
export function makeSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64url')}`;
}

export function isSecret(text: string): boolean {
  return SHAPE.test(text);
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function isValid(token: Token, now: string): boolean {
  return token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now);
}
