// Folds the spellings of a text into one: full-width, circled and Chinese digits, invisible characters; places stay known.
import type { Span } from './finding';

export interface FoldedText {
  /** One spelling of letters and signs; nothing invisible. */
  plain: string;
  /** The same, character by character, with Chinese digits as 0 to 9. */
  digits: string;
  /** The place in the given text, in code points. */
  placeOf: (span: Span) => Span;
}

const SAME_DIGITS = ['零〇', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const DIGITS = new Map(
  SAME_DIGITS.flatMap((same, digit) => [...same].map((each) => [each, String(digit)] as const)),
);

export function foldText(text: string): FoldedText {
  const places: number[] = [];
  let plain = '';
  [...text].forEach((given, place) => {
    const folded = /\p{Cf}/u.test(given) ? '' : given.normalize('NFKC');
    places.push(...Array.from({ length: folded.length }, () => place));
    plain += folded;
  });
  const digits = plain.replace(/\p{Script=Han}/gu, (each) => DIGITS.get(each) ?? each);
  return {
    plain,
    digits,
    placeOf: ({ start, end }) => ({ start: places[start]!, end: places[end - 1]! + 1 }),
  };
}
