// Numbers of identity cards: found in every spelling; a wrong check digit is a doubt, and other long numbers are nothing.
import fc from 'fast-check';
import { screenText } from '../../subgraphs/kit/privacy/screen-text';
import { idNumbers, spelledIdNumbers, withCheckDigit } from './kit/id-numbers';

const AROUND = fc.constantFrom(
  ['', ''],
  ['登记：', '，已核'],
  ['经办（', '）'],
  ['No. ', ' ok'],
  ['号码', '有误'],
);

test('any number, in any spelling and anywhere in a text, is found whole', () => {
  fc.assert(
    fc.property(spelledIdNumbers, AROUND, ({ text }, [before, after]) => {
      const findings = screenText(`${before}${text}${after}`);
      const start = [...before!].length;
      expect(findings).toEqual([{ kind: 'ID_NUMBER', certain: true, start, end: start + [...text].length }]);
    }),
    { numRuns: 2000 },
  );
});

test('the standard’s own examples have their check digits', () => {
  expect(withCheckDigit('11010519491231002')).toBe('11010519491231002X');
  expect(withCheckDigit('44052418800101001')).toBe('440524188001010014');
});

const wrongCheckDigits = fc.tuple(idNumbers, fc.integer({ min: 1, max: 9 })).map(([number, more]) => {
  const digit = number.endsWith('X') ? more : (Number(number.at(-1)) + more) % 10;
  return `${number.slice(0, 17)}${digit}`;
});

test('with a wrong check digit it is held, and refused where it is called an identity number', () => {
  fc.assert(
    fc.property(wrongCheckDigits, (number) => {
      expect(screenText(`登记${number}。`)).toMatchObject([{ kind: 'ID_NUMBER', certain: false }]);
      expect(screenText(`身份证号${number}`)).toMatchObject([{ kind: 'ID_NUMBER', certain: true }]);
      expect(screenText(`${number}（身份证）`)).toMatchObject([{ kind: 'ID_NUMBER', certain: true }]);
    }),
    { numRuns: 500 },
  );
});

/** No province begins with 0, 7 (but Taiwan's 71) or 9; the thirteenth month and the thirtieth of February are no days. */
const noIdNumbers = fc.oneof(
  fc.stringMatching(/^[0679][02-9][0-9]{16}$/).filter((text) => !/^6[2-5]/.test(text)),
  fc.stringMatching(/^3700001[0-9]{3}13[0-9]{6}$/),
  fc.stringMatching(/^3700001[0-9]{3}0230[0-9]{4}$/),
  fc.stringMatching(/^3700001[0-7][0-9]{2}0101[0-9]{4}$/),
  fc.stringMatching(/^[0-9]{19,24}$/),
  fc.stringMatching(/^2[0-9]{16}$/),
);

test('other long numbers are nothing', () => {
  fc.assert(
    fc.property(noIdNumbers, (number) => {
      expect(screenText(`流水号${number}已到账`).filter(({ kind }) => kind === 'ID_NUMBER')).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
