// What is said to have changed between two pictures, and what a paper's checksum vouches for.
import fc from 'fast-check';
import { canonical, isIntact, seal } from '../../gateway/dashboard/client/paper/checksum';
import { compareFigures } from '../../gateway/dashboard/client/paper/compare-papers';
import type { FrozenFigure, PaperContent } from '../../gateway/dashboard/client/paper/frozen-paper';
import { readPaper } from '../../gateway/dashboard/client/paper/read-paper';

fc.configureGlobal({ seed: Number(process.env.LIANXI_SEED ?? 7) });
const both = (text: string) => ({ zh: text, en: text });

function figure(value: string, rows: Record<string, string>, complete = true): FrozenFigure {
  return {
    id: 'tasks',
    view: 'agreements',
    label: both('tasks'),
    standing: 'VALUE',
    written: both(value),
    note: null,
    coverage: {
      complete,
      asOf: '2026-11-22T09:00:00+08:00',
      asked: 2,
      answered: complete ? 2 : 1,
      missing: [],
    },
    provenances: [],
    whole: true,
    table: {
      title: both('tasks'),
      columns: [both('name'), both('state')],
      rows: Object.entries(rows).map(([key, state]) => ({
        key,
        cells: [both(key), both(state)],
        provenance: null,
        owner: null,
      })),
    },
  };
}

test('nothing changed is nothing to say', () => {
  expect(compareFigures([figure('2', { a: 'x', b: 'y' })], [figure('2', { b: 'y', a: 'x' })])).toEqual([]);
});

test('a value, and rows that came, went and changed', () => {
  const [change] = compareFigures(
    [figure('2', { a: 'x', b: 'y' })],
    [figure('3', { b: 'z', c: 'w', d: 'v' })],
  );
  expect(change).toMatchObject({
    isValueChanged: true,
    isSure: true,
    added: [{ key: 'c' }, { key: 'd' }],
    removed: [{ key: 'a' }],
    changed: [{ row: { key: 'b' }, cells: [{ column: both('state'), then: both('y'), now: both('z') }] }],
  });
});

test('while somebody is missing, then or now, a row that is gone may only be out of sight', () => {
  const [full, partial] = [figure('2', { a: 'x' }), figure('1', {}, false)];
  expect(compareFigures([full], [partial])[0]).toMatchObject({ isSure: false, removed: [{ key: 'a' }] });
  expect(compareFigures([partial], [full])[0]).toMatchObject({ isSure: false, added: [{ key: 'a' }] });
});

test('a figure that is new, or no longer there, is a change as well', () => {
  expect(compareFigures([], [figure('2', {})])).toMatchObject([{ then: null, isValueChanged: true }]);
  expect(compareFigures([figure('2', {})], [])).toMatchObject([{ now: null, isValueChanged: true }]);
});

test('any two pictures: each row is in exactly one of the lists or the same', () => {
  const rows = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('x', 'y'));
  fc.assert(
    fc.property(rows, rows, (then, now) => {
      const [change] = compareFigures([figure('1', then)], [figure('2', now)]);
      const keys = (list: { key: string }[]) => list.map(({ key }) => key).sort();
      expect(keys(change!.added)).toEqual(
        Object.keys(now)
          .filter((key) => !(key in then))
          .sort(),
      );
      expect(keys(change!.removed)).toEqual(
        Object.keys(then)
          .filter((key) => !(key in now))
          .sort(),
      );
      expect(keys(change!.changed.map(({ row }) => row))).toEqual(
        Object.keys(now)
          .filter((key) => key in then && then[key] !== now[key])
          .sort(),
      );
    }),
  );
});

const CONTENT: PaperContent = {
  format: 'lianxi-paper/1',
  conference: '联席会议',
  meeting: null,
  frozenAt: '2026-11-22T09:00:00+08:00',
  asOf: null,
  homes: { asked: 2, answered: 2, missing: [] },
  figures: [figure('2', { a: 'x' })],
  answers: {},
};

test('the checksum survives a file, in whatever order its keys stand', () => {
  const paper = seal(CONTENT);
  expect(paper.checksum).toMatch(/^[0-9a-f]{64}$/);
  const reordered = JSON.stringify(Object.fromEntries(Object.entries(paper).reverse()));
  expect(readPaper(reordered)).toEqual({ paper });
});

test('a file that was changed is not opened', () => {
  const text = JSON.stringify(seal(CONTENT));
  for (const changed of [text.replace('"x"', '"z"'), text.replace('"answered":2', '"answered":1')])
    expect(readPaper(changed)).toMatchObject({ refused: { zh: expect.stringContaining('校验和不符') } });
  expect(isIntact({ ...seal(CONTENT), asOf: 'later' })).toBe(false);
});

test.each(['', '{', 'null', '[]', '{}', '{"format":"lianxi-paper/2"}', '"text"'])(
  '%s is no paper',
  (text) => {
    expect(readPaper(text)).toMatchObject({ refused: { zh: expect.stringContaining('不是定稿文件') } });
  },
);

test('a text of canonical JSON says the same as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
