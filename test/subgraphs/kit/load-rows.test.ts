// Loading rows: what is missing is inserted, what differs is updated, and doing it twice changes nothing.
import fc from 'fast-check';
import { loadRows, type LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { readHomes } from '../../../subgraphs/kit/database/shard-home';
import { MoneyAmount } from '../../../subgraphs/kit/noun/money-amount';
import { openContract, type OpenContract } from '../../kit/open-contract';
import { testDatabases } from '../../kit/test-databases';
import { Thing, thing, trialContract } from './trial/trial-contract';

const NOW = new Date('2026-11-22T04:00:00Z');

const money = fc.oneof(
  fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }).map(MoneyAmount.of),
  fc.constantFrom(MoneyAmount.masked(), MoneyAmount.unstated(), MoneyAmount.none()),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value);
const values = fc.record({
  title: maybe(fc.string({ unit: 'grapheme', maxLength: 20 })),
  colour: maybe(fc.constantFrom('RED', 'BLUE')),
  right: maybe(fc.boolean()),
  number: maybe(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })),
  share: maybe(fc.integer({ min: -1e9, max: 1e9 }).map((share) => share / 10_000)),
  day: maybe(fc.constant('2026-11-22')),
  at: maybe(fc.constant('2026-11-22T04:00:00.000Z')),
  tags: fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { maxLength: 3 }),
  note: maybe(fc.constant('注')),
  budget: money,
});

describe.each(testDatabases())('$name', (testDatabase) => {
  let opened: OpenContract;
  beforeAll(async () => void (opened = await openContract(trialContract, testDatabase, NOW)));
  beforeEach(() => empty());
  afterAll(() => opened.close());

  const empty = () => opened.database.createQueryBuilder().delete().from(Thing).execute();
  const load = (rows: LoadableRow[], homes = ['a']) =>
    loadRows(opened.database, rows, homes, NOW.toISOString());
  const stored = async () => {
    const rows = await opened.database.manager.find(Thing, { order: { id: 'ASC' } });
    return rows.map((row) => JSON.parse(JSON.stringify(row)) as object);
  };

  test('every kind of value comes back as it was loaded, and loading it again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(values, { maxLength: 5 }), async (all) => {
        const rows = all.map((each, n) => thing(n, each));
        await empty();
        expect(await load(rows)).toEqual({ inserted: rows.length, updated: 0, unchanged: 0 });
        expect(await stored()).toEqual(
          rows.map((row) => ({
            ...JSON.parse(JSON.stringify(row.values)),
            version: 1,
            sourceKey: null,
            sourceDocumentId: null,
            sourceParagraph: null,
          })),
        );
        expect(await load(rows)).toEqual({ inserted: 0, updated: 0, unchanged: rows.length });
      }),
      { numRuns: 25 },
    );
  });

  test('a row that differs becomes the row that is wanted', async () => {
    await fc.assert(
      fc.asyncProperty(values, values, async (before, after) => {
        await load([thing(1, before), thing(2)]);
        await load([thing(1, after), thing(2)]);
        expect((await stored())[0]).toMatchObject(JSON.parse(JSON.stringify(after)));
        expect(await load([thing(1, after)])).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
      }),
      { numRuns: 25 },
    );
  });

  test('a column that is no longer given is emptied', async () => {
    await load([thing(1, { title: '旧', note: '旧', number: 5, right: false, budget: MoneyAmount.of(100) })]);
    expect(await load([thing(1)])).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
    expect(await stored()).toMatchObject([
      {
        title: null,
        note: null,
        number: null,
        right: null,
        budget: { fen: null, masked: false, unstated: false },
      },
    ]);
    expect(await load([thing(1)])).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
  });

  test('a load that fails leaves nothing behind', async () => {
    const bad = thing(2, { tags: [] });
    bad.values.updatedAt = null;
    await expect(load([thing(1), bad], ['a', 'z'])).rejects.toThrow();
    expect(await stored()).toEqual([]);
    expect(await readHomes(opened.database)).not.toContain('z');
  });

  test('homes are added once and kept', async () => {
    await load([], ['b', 'c']);
    await load([], ['c', 'a']);
    expect(await readHomes(opened.database)).toEqual(['a', 'b', 'c']);
  });

  test('two thousand rows load, a few of them changed', async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => thing(n, { number: n }));
    await load(rows);
    const changed = rows.map((row, n) => (n % 500 === 0 ? thing(n, { number: -1 }) : row));
    expect(await load(changed)).toEqual({ inserted: 0, updated: 4, unchanged: 1_996 });
  });
});
