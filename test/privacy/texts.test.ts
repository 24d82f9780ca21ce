// The screen against two hundred texts of a street's year. They were written before the rules; one half was set aside until the end.
import { judgeTexts, type ExpectedText, type Judged } from './kit/judge-texts';
import workedWith from './texts/worked-with.json';

function print(half: string, { withPersonalData, without, misses }: Judged): void {
  const counts = [
    `${half}: with personal data ${withPersonalData.right} of ${withPersonalData.of}`,
    `without ${without.right} of ${without.of}`,
  ];
  process.stdout.write([counts.join(', '), ...misses.map((miss) => `  missed: ${miss}`), ''].join('\n'));
}

test('the half that the rules were made with', () => {
  const judged = judgeTexts(workedWith as ExpectedText[]);
  print('worked with', judged);
  expect(judged.misses).toEqual([]);
});
