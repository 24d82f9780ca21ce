// Figures of money, and groups by columns that may be empty, against a model.
import fc from 'fast-check';
import { MoneyAmount } from '../../../subgraphs/kit/noun/money-amount';
import type { Row } from '../../kit/list-model';
import { openContract, type OpenContract } from '../../kit/open-contract';
import { expectedSummary, type SummaryOf } from '../../kit/summary-model';
import { testDatabases } from '../../kit/test-databases';
import { Thing, thing, trialContract } from './trial/trial-contract';

const things: SummaryOf = { dimensions: { COLOUR: 'colour', RIGHT: 'right', NUMBER: 'number' }, sums: [] };

/** The largest amount that can be stated. */
const FEN = 999_999_999_999_999n;
const budget = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt({ min: -FEN, max: FEN }).map(MoneyAmount.of) },
  { weight: 1, arbitrary: fc.constantFrom(MoneyAmount.masked(), MoneyAmount.unstated(), MoneyAmount.none()) },
);
const values = fc.record({
  colour: fc.constantFrom(null, 'RED', 'BLUE'),
  right: fc.constantFrom(null, true, false),
  number: fc.constantFrom(null, -1, 0, 10),
  budget,
});

function moneyOf(amounts: MoneyAmount[]) {
  const count = (is: (amount: MoneyAmount) => boolean) => amounts.filter(is).length;
  const knownFen = String(amounts.reduce((sum, { fen }) => sum + BigInt(fen ?? 0), 0n));
  const [maskedCount, unstatedCount] = [count(({ masked }) => masked), count(({ unstated }) => unstated)];
  return {
    fen: maskedCount + unstatedCount > 0 ? null : knownFen,
    knownFen,
    knownCount: count(({ fen }) => fen !== null),
    maskedCount,
    unstatedCount,
  };
}

describe.each(testDatabases())('$name', (testDatabase) => {
  let opened: OpenContract;
  beforeAll(
    async () =>
      void (opened = await openContract(trialContract, testDatabase, new Date('2026-11-22T04:00:00Z'))),
  );
  beforeEach(() => empty());
  afterAll(() => opened.close());

  const ask = async <T>(document: string): Promise<T> => (await opened.ask(document)) as unknown as T;
  const empty = () => opened.database.createQueryBuilder().delete().from(Thing).execute();

  test('groups by columns that may be empty have an empty group of their own', async () => {
    const document =
      'query ($groupBy: [ThingDimension!]) { thingSummary(groupBy: $groupBy) { count groups { key count } } }';
    await fc.assert(
      fc.asyncProperty(
        fc.array(values, { maxLength: 12 }),
        fc.shuffledSubarray(Object.keys(things.dimensions)),
        async (all, groupBy) => {
          await empty();
          await opened.load(all.map((each, n) => thing(n, each)));
          const answer = await opened.ask(document, { groupBy });
          expect(answer).toEqual({ thingSummary: expectedSummary(things, all as unknown as Row[], groupBy) });
        },
      ),
      { numRuns: 20 },
    );
  });

  test('money adds up to the fen, and is not known where one amount is not', async () => {
    const document =
      '{ thingSummary(groupBy: [COLOUR]) { budget { ...all } groups { colour budget { ...all } } } } fragment all on MoneyTotal { fen knownFen knownCount maskedCount unstatedCount }';
    await fc.assert(
      fc.asyncProperty(fc.array(values, { maxLength: 12 }), async (all) => {
        await empty();
        await opened.load(all.map((each, n) => thing(n, each)));
        const { thingSummary } = await ask<{
          thingSummary: { budget: object; groups: { colour: string | null; budget: object }[] };
        }>(document);
        expect(thingSummary.budget).toEqual(moneyOf(all.map((each) => each.budget)));
        for (const { colour, budget: total } of thingSummary.groups) {
          expect(total).toEqual(
            moneyOf(all.filter((each) => each.colour === colour).map((each) => each.budget)),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a sum beyond 2^53 is exact', async () => {
    await opened.load(
      Array.from({ length: 21 }, (_, n) =>
        thing(n, { colour: n % 2 === 0 ? 'RED' : 'BLUE', budget: MoneyAmount.of(FEN) }),
      ),
    );
    expect(
      await ask('{ thingSummary(groupBy: [COLOUR]) { budget { fen } groups { budget { fen } } } }'),
    ).toEqual({
      thingSummary: {
        budget: { fen: String(21n * FEN) },
        groups: [{ budget: { fen: String(10n * FEN) } }, { budget: { fen: String(11n * FEN) } }],
      },
    });
  });

  test('a group by a flag shows true and false', async () => {
    await opened.load([thing(1, { right: true }), thing(2, { right: false }), thing(3)]);
    const answer = await opened.ask('{ thingSummary(groupBy: [RIGHT]) { groups { key right count } } }');
    expect(answer).toEqual({
      thingSummary: {
        groups: [
          { key: '[false]', right: false, count: 1 },
          { key: '[null]', right: null, count: 1 },
          { key: '[true]', right: true, count: 1 },
        ],
      },
    });
  });

  test('a sum beyond 32 bits is refused in its own field, not shown wrong', async () => {
    await opened.load([thing(1, { number: 2_147_483_647 }), thing(2, { number: 2_147_483_647 })]);
    await expect(opened.ask('{ thingSummary { count number } }')).rejects.toThrow('thingSummary.number');
  });

  test('empty text comes first ascending and last descending', async () => {
    await opened.load([
      thing(1, { title: null }),
      thing(2, { title: '' }),
      thing(3, { title: '中' }),
      thing(4, { title: null }),
    ]);
    const titles = async (direction: string) => {
      const { things: found } = await ask<{ things: { edges: { node: { title: string | null } }[] } }>(
        `{ things(orderBy: { field: TITLE, direction: ${direction} }) { edges { node { title } } } }`,
      );
      return found.edges.map(({ node }) => node.title);
    };
    expect(await titles('ASC')).toEqual([null, null, '', '中']);
    expect(await titles('DESC')).toEqual(['中', '', null, null]);
  });
});
