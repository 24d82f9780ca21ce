// Numbers of identity cards for tests. Their region is a whole province's, which no card has: they are nobody's.
import fc from 'fast-check';

const WEIGHTS = [7n, 9n, 10n, 5n, 8n, 4n, 2n, 1n, 6n, 3n, 7n, 9n, 10n, 5n, 8n, 4n, 2n];

/** By the standard's own formula: the weighted sum of all eighteen is 1 modulo 11. */
export function withCheckDigit(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * BigInt(seventeen[at]!), 0n);
  const check = (((1n - sum) % 11n) + 11n) % 11n;
  return seventeen + (check === 10n ? 'X' : String(check));
}

export const idNumbers = fc
  .tuple(
    fc.constantFrom('11', '31', '37', '44', '51', '65', '82'),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([province, birth, serial]) =>
    withCheckDigit(
      `${province}0000${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`,
    ),
  );

const SIMPLE = [...'零一二三四五六七八九'];
const FORMAL = [...'零壹贰叁肆伍陆柒捌玖'];
const wide = (each: string) => String.fromCodePoint(each.codePointAt(0)! + 0xfee0);

/** How one character may be written. */
const SPELLINGS: ((each: string) => string)[] = [
  (each) => each,
  (each) => each.toLowerCase(),
  wide,
  (each) => SIMPLE[Number(each)] ?? each,
  (each) => FORMAL[Number(each)] ?? wide(each),
  (each) => (each === 'X' ? 'Ⅹ' : each),
];
const GAPS = ['', '', '', ' ', '-', '　', '\u200b', ' - ', '.', '—', '\n'];

export interface Spelled {
  number: string;
  text: string;
}

/** A number in any mixture of spellings, with gaps anywhere. */
export const spelledIdNumbers: fc.Arbitrary<Spelled> = fc
  .tuple(
    idNumbers,
    fc.array(fc.constantFrom(...SPELLINGS), { minLength: 18, maxLength: 18 }),
    fc.array(fc.constantFrom(...GAPS), { minLength: 17, maxLength: 17 }),
  )
  .map(([number, spellings, gaps]) => ({
    number,
    text: [...number].map((each, at) => spellings[at]!(each) + (gaps[at] ?? '')).join(''),
  }));
