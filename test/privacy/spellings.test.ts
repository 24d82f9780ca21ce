// Words and spellings that the rules were tried on, and the facts of the demonstration: what is something and what only looks so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../subgraphs/kit/contract-files';
import { screenText } from '../../subgraphs/kit/privacy/screen-text';
import spellings from './texts/spellings.json';

const wrong = (texts: readonly string[], isRight: (found: ReturnType<typeof screenText>) => boolean) =>
  texts.filter((text) => !isRight(screenText(text)));

test('numbers and addresses in many spellings are refused', () => {
  expect(wrong(spellings.refused, (found) => found.some(({ certain }) => certain))).toEqual([]);
});

test('names with titles, labels and verbs around them are held', () => {
  const isName = ({ kind, certain }: ReturnType<typeof screenText>[number]) =>
    kind === 'PERSONAL_NAME' && !certain;
  expect(wrong(spellings.held, (found) => found.length > 0 && found.every(isName))).toEqual([]);
});

test('words, places, bodies and figures that look like them are nothing', () => {
  expect(wrong(spellings.nothing, (found) => found.length === 0)).toEqual([]);
});

test('no sentence of the five stated documents is refused or held', () => {
  const path = join(projectRoot(), 'subgraphs', 'demonstration', 'source-facts.json');
  const texts = [...new Set(textsIn(JSON.parse(readFileSync(path, 'utf8'))))];
  expect(texts.length).toBeGreaterThan(800);
  expect(wrong(texts, (found) => found.length === 0)).toEqual([]);
});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('places are counted in code points of the text as it was given', () => {
  const text = '😀\u200b手机１３８\u200b-００００-１２３４。';
  expect(screenText(text)).toEqual([{ kind: 'MOBILE_NUMBER', certain: true, start: 4, end: 18 }]);
});

test('whatever stands before it in a long text, a number is found', () => {
  for (const each of ['1 ', '王', '李,', '张*', '村里1', '路1号', 'Wang ', '1号楼2单元', '联系人：']) {
    const before = `${each.repeat(4000).slice(0, 4000)}。`;
    const found = screenText(`${before}13800001234`).at(-1);
    expect(found).toMatchObject({ kind: 'MOBILE_NUMBER', start: 4001 });
  }
});
