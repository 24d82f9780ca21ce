// Where a pattern occurs in a text.
import type { Span } from './finding';

/** `pattern` has the flag `g`. */
export function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
