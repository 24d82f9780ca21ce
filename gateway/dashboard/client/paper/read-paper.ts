// Reads a paper from a file that somebody handed on: whole, of this format, and unchanged since it was frozen.
import type { Sentence } from '../words/words';
import { isIntact } from './checksum';
import { FORMAT, type FrozenPaper, MOST_BYTES } from './frozen-paper';
import { paper as words } from './paper-words';

export type ReadPaper = { paper: FrozenPaper } | { refused: Sentence };

export function readPaper(text: string): ReadPaper {
  if (text.length > MOST_BYTES) return { refused: words.tooLarge };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: words.notPaper };
  }
  if (!isPaper(value)) return { refused: words.notPaper };
  return isIntact(value) ? { paper: value } : { refused: words.wasChanged };
}

/** The checksum vouches for the rest; this only tells a paper from any other file. */
function isPaper(value: unknown): value is FrozenPaper {
  const it = value as Partial<FrozenPaper> | null;
  return (
    typeof it === 'object' &&
    it !== null &&
    it.format === FORMAT &&
    typeof it.checksum === 'string' &&
    typeof it.frozenAt === 'string' &&
    Array.isArray(it.figures) &&
    Array.isArray(it.homes?.missing) &&
    typeof it.answers === 'object'
  );
}
