import fc from 'fast-check';
import { isUnifiedSocialCreditCode } from '../../../subgraphs/directory/organization/unified-social-credit-code';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const VALID = '91350100M000100Y43';

test('a code with the right check digit is taken', () => {
  expect(isUnifiedSocialCreditCode(VALID)).toBe(true);
});

test.each([
  ['too short', '91350100M000100Y4'],
  ['too long', '91350100M000100Y430'],
  ['empty', ''],
  ['lower case', '91350100m000100y43'],
  ['a letter outside the alphabet', '9135O100M000100Y43'],
  ['full-width digits', '９1350100M000100Y43'],
  ['a space at the end', '91350100M000100Y4 '],
  ['two digits swapped', '91350100M001000Y43'],
])('refused: %s', (_, code) => {
  expect(isUnifiedSocialCreditCode(code)).toBe(false);
});

test('any one wrong character is noticed', () => {
  const place = fc.nat({ max: VALID.length - 1 });
  const character = fc.constantFrom(...ALPHABET);
  fc.assert(
    fc.property(place, character, (at, other) => {
      const code = VALID.slice(0, at) + other + VALID.slice(at + 1);
      expect(isUnifiedSocialCreditCode(code)).toBe(other === VALID[at]);
    }),
  );
});

test('every body has exactly one check digit', () => {
  const body = fc
    .array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(body, (text) => {
      expect([...ALPHABET].filter((check) => isUnifiedSocialCreditCode(text + check))).toHaveLength(1);
    }),
  );
});
