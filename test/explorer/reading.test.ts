// What the explorer makes of texts: two languages in one description, titles of operations, places in its address, coverage.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse, visit } from 'graphql';
import { readOperations } from '../../gateway/explorer/read-operations';
import { linkTo, MAX_LINK, readPlace } from '../../gateway/explorer/client/browser/place';
import { coveragesOf, MAX_COVERAGES } from '../../gateway/explorer/client/graph/coverages';
import { groupQuestions } from '../../gateway/explorer/client/graph/questions';
import { inLanguage, splitLanguages } from '../../gateway/explorer/client/words/language';
import { findSchemaFolder } from '../../gateway/supergraph/find-schema-folder';

const seed = Number(process.env.LIANXI_SEED ?? 6);

function descriptionsOf(contract: string): string[] {
  const found: string[] = [];
  visit(parse(readFileSync(join(findSchemaFolder(), `${contract}.graphql`), 'utf8')), {
    StringValue: (node, key) => void (key === 'description' && found.push(node.value)),
  });
  return found;
}

test.each(['directory', 'conference', 'cobuilding', 'sharing'])(
  'every description of %s is read in either language, and nothing is lost',
  (contract) => {
    const descriptions = descriptionsOf(contract);
    expect(descriptions.length).toBeGreaterThan(100);
    const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
    for (const text of descriptions) {
      const { zh, en } = splitLanguages(text);
      expect([text, zh !== '', en !== '']).toEqual([text, true, true]);
      expect(letters(zh + en)).toBe(letters(text));
    }
  },
);

test.each([
  [
    '年度工作计划。 A plan of co-building for a year. 筛选：各条件同时成立。 A filter: all conditions hold.',
    '年度工作计划。筛选：各条件同时成立。',
    'A plan of co-building for a year. A filter: all conditions hold.',
  ],
  ['四个一点。 The shares of 四个一点, by level.', '四个一点。', 'The shares of 四个一点, by level.'],
  [
    '排序，默认 NUMBER ASC。 Order, by default NUMBER ASC.',
    '排序，默认 NUMBER ASC。',
    'Order, by default NUMBER ASC.',
  ],
])('%s', (text, zh, en) => {
  expect(splitLanguages(text)).toEqual({ zh, en });
});

test('a text of one language is shown as it is', () => {
  expect(inLanguage('An organization.', 'zh')).toBe('An organization.');
  expect(inLanguage('', 'en')).toBe('');
});

test('the 25 operations have a number, two titles and a group each; an operation of others has a place too', () => {
  const groups = groupQuestions([
    ...readOperations(findSchemaFolder()),
    { file: 'mine.graphql', text: '{ a }' },
  ]);
  const questions = groups.flatMap((group) => group.questions);
  expect(questions.map(({ number }) => number)).toEqual([
    ...Array.from({ length: 25 }, (_, i) => i + 1),
    null,
  ]);
  for (const { title } of questions.slice(0, 25)) {
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(title.en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
  }
  expect(groups.at(-1)!.title.en).toBe('Others');
});

test('a link carries any operation and variables as they are, or says that it cannot', () => {
  const draft = fc.record({
    query: fc.string({ minLength: 1, unit: 'binary' }),
    variables: fc.string({ unit: 'binary' }),
  });
  fc.assert(
    fc.property(draft, (it) => {
      const blank = it.variables.trim() === '';
      expect(readPlace(linkTo(it)!)).toEqual({
        view: 'query',
        shared: blank ? { ...it, variables: '' } : it,
      });
    }),
    { seed },
  );
  expect(linkTo({ query: 'x'.repeat(MAX_LINK + 1), variables: '' })).toBeNull();
  expect(readPlace(`#/query?query=${'x'.repeat(MAX_LINK + 1)}`)).toEqual({ view: 'query', unreadable: true });
  expect(readPlace('#/docs/%E0%A4%A')).toEqual({ view: 'docs', type: '%E0%A4%A' });
});

test('coverage that misses somebody comes first, and no more is shown than anybody reads', () => {
  const whole = { complete: true, asked: 1, answered: 1, missing: [] };
  const broken = { complete: false, asked: 2, answered: 1, missing: [{ home: 'a', reason: 'UNREACHABLE' }] };
  const data = {
    rows: [...Array.from({ length: 80 }, () => ({ coverage: whole })), { deep: { coverage: broken } }],
  };
  const { shown, total } = coveragesOf(data);
  expect(total).toBe(81);
  expect(shown).toHaveLength(MAX_COVERAGES);
  expect(shown[0]).toEqual({ path: 'rows.80.deep', coverage: broken });
});
