// The checksum of a paper: whoever holds the file can tell that nothing in it was changed since.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FrozenPaper, PaperContent } from './frozen-paper';

/** The browser's own digest exists only over HTTPS, and a meeting room's intranet may not have it. */
export function checksumOf(content: PaperContent): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(content))));
}

export function seal(content: PaperContent): FrozenPaper {
  return { ...content, checksum: checksumOf(content) };
}

export function isIntact({ checksum, ...content }: FrozenPaper): boolean {
  return checksumOf(content) === checksum;
}

/** Keys in order, so that the same content always has the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
