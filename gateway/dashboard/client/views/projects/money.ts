// How amounts of the graph are said: exact, masked, not stated, or known in part.
import { fillSentence, inBoth } from '../../words/fill-sentence';
import { shell } from '../../words/shell-words';
import type { Sentence } from '../../words/words';
import { writeMoney } from '../../words/write-figures';
import { words } from './words';

export interface Amount {
  fen: string | null;
  masked: boolean;
  unstated: boolean;
}

export interface Total {
  fen: string | null;
  knownFen: string | null;
  knownCount: number | null;
  maskedCount: number | null;
  unstatedCount: number | null;
}

export function sayAmount(amount: Amount | null | undefined): Sentence {
  if (!amount) return shell.unknown;
  if (amount.fen !== null) return inBoth((language) => writeMoney(amount.fen!, language));
  return amount.masked ? words.masked : amount.unstated ? words.unstated : shell.dash;
}

/** A sum that misses an amount is never said without saying so. */
export function sayTotal(total: Total | null | undefined): Sentence {
  if (!total) return shell.unknown;
  if (isEmpty(total)) return shell.dash;
  if (total.fen !== null) return inBoth((language) => writeMoney(total.fen!, language));
  const missing = missingAmounts(total);
  if (!total.knownCount) return total.maskedCount ? words.masked : missing ? words.unstated : shell.unknown;
  return inBoth(
    (language) =>
      fillSentence(words.partly, { money: writeMoney(total.knownFen ?? '0', language), n: missing })[
        language
      ],
  );
}

/** Nothing was entered, which is not the same as nothing given. */
export function isEmpty(total: Total): boolean {
  return total.knownCount === 0 && missingAmounts(total) === 0;
}

export function missingAmounts({ maskedCount, unstatedCount }: Total): number {
  return (maskedCount ?? 0) + (unstatedCount ?? 0);
}

/** Whole fen of all that is known; null when a part was not answered at all. */
export function addKnown(totals: readonly (Total | null | undefined)[]): bigint | null {
  let sum = 0n;
  for (const total of totals) {
    if (total?.knownFen == null) return null;
    sum += BigInt(total.knownFen);
  }
  return sum;
}

/** Percent of one decimal, rounded half up, by whole numbers alone. */
export function writePartOf(part: bigint, whole: bigint): string {
  const tenths = (part * 2000n + whole) / (2n * whole);
  return tenths % 10n === 0n ? `${tenths / 10n}%` : `${tenths / 10n}.${tenths % 10n}%`;
}
