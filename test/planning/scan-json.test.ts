// The scan before JSON.parse counts names and values as parsing would, whatever stands in the texts.
import fc from 'fast-check';
import { refuseJsonText } from '../../gateway/guard/scan-json';
import { VARIABLE_BOUNDS } from '../../gateway/guard/variable-bounds';

/** Long enough to be scanned at all. */
const LONG = ' '.repeat(16 * 1024);
const WIDE = { ...VARIABLE_BOUNDS, names: 1e9, values: 1e9 };

function countNames(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, child) => sum + countNames(child), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

test('names, with any quotes, colons, commas and backslashes inside of texts', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '\\', ':', ',', '{', 'a', '字') });
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(json, (value) => {
      const names = countNames(value);
      const body = JSON.stringify(value) + LONG;
      expect(refuseJsonText(body, { ...WIDE, names })).toBeUndefined();
      if (names > 0) expect(refuseJsonText(body, { ...WIDE, names: names - 1 })?.en).toContain('names');
    }),
    { numRuns: 500 },
  );
});

test('a text that never ends is left to the parser', () => {
  expect(refuseJsonText(`{"a":"${LONG}`, WIDE)).toBeUndefined();
});
