// The ordinary words of a text, as the Unicode dictionary cuts them: 任何 and 时间 are words, not somebody's names.
import type { Span } from '../finding';

export interface Words {
  /** No word goes on across this place. */
  isCut: (place: number) => boolean;
  /** It is one word. */
  isOne: (span: Span) => boolean;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function wordsOf(plain: string): Words {
  const cuts = new Set([...segmenter.segment(plain)].map(({ index }) => index)).add(plain.length);
  const isCut = (place: number) => cuts.has(place);
  const goesOn = ({ start, end }: Span) =>
    Array.from({ length: end - start - 1 }, (_, at) => start + at + 1).every((place) => !isCut(place));
  return { isCut, isOne: (span) => isCut(span.start) && isCut(span.end) && goesOn(span) };
}
