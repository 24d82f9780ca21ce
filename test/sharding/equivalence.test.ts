// The property of the layer: rows spread over shards answer as if they were all in one library.
import fc from 'fast-check';
import { listQuestion, world, type World } from './kit/arbitrary';
import { operation } from './kit/arbitrary-operation';
import { bookId, readerId, topicId } from './kit/some-rows';
import { startSpread } from './kit/spread';

/** The ordinary run is the same everywhere; LIANXI_SEED tries another one. */
const RUNS = { numRuns: 200, seed: Number(process.env.LIANXI_SEED ?? 20261122) };

/** Both answers; a query that the library itself refuses must be refused by the layer too. */
async function bothAnswers(
  data: World,
  query: string,
  variables: Record<string, unknown>,
  keysFirstAbove: number,
) {
  const spread = await startSpread({ ...data, bounds: { keysFirstAbove } });
  try {
    const [layered, whole] = await Promise.all([
      spread.ask(query, variables),
      spread.askWhole(query, variables),
    ]);
    return { layered, whole: JSON.parse(JSON.stringify(whole)) as typeof whole };
  } finally {
    await spread.stop();
  }
}

test('a merged connection is the connection of all rows', async () => {
  const query = `query($homes: [ID!], $filter: BookFilter, $orderBy: BookOrder, $first: Int, $last: Int, $after: String, $before: String) {
    books(homes: $homes, filter: $filter, orderBy: $orderBy, first: $first, last: $last, after: $after, before: $before) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id title rank } } coverage { complete asOf asked answered missing { home reason } }
    }
  }`;
  await fc.assert(
    fc.asyncProperty(world, listQuestion, fc.constantFrom(0, 1_000), async (data, question, keysFirst) => {
      const { layered, whole } = await bothAnswers(data, query, { ...question }, keysFirst);
      expect(layered.data).toEqual(whole.data);
      expect(layered.errors?.map((error) => error.message)).toEqual(
        whole.errors?.map((error) => error.message),
      );
    }),
    RUNS,
  );
});

test('any operation answers as one library would', async () => {
  const id = fc.constantFrom(
    bookId('ann', 1),
    bookId('bob', 2),
    bookId('cyd', 3),
    bookId('dan', 0),
    bookId('stranger', 1),
  );
  const representation = fc.oneof(
    id.map((one) => ({ __typename: 'Book', id: one })),
    fc.constantFrom('ann', 'bob-2', 'stranger').map((one) => ({ __typename: 'Organization', id: one })),
    fc
      .constantFrom(topicId('ann', 1), topicId('stranger', 1))
      .map((one) => ({ __typename: 'Topic', id: one })),
    fc.constantFrom(readerId('ann', 1), readerId('bob', 2)).map((one) => ({ __typename: 'Reader', id: one })),
  );
  const rest = fc.record({ id, ids: fc.array(id), representations: fc.array(representation) });
  await fc.assert(
    fc.asyncProperty(
      world,
      listQuestion,
      operation,
      rest,
      fc.constantFrom(0, 1_000),
      async (data, question, query, more, keysFirst) => {
        const { layered, whole } = await bothAnswers(
          data,
          query,
          { ...question, ...more, yes: true, no: false },
          keysFirst,
        );
        expect(layered.data).toEqual(whole.data);
        expect(layered.errors).toBeUndefined();
        expect(whole.errors).toBeUndefined();
      },
    ),
    RUNS,
  );
});
