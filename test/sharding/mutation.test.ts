// Mutations through the layer: exactly one shard, all homes checked first, never twice.
import { book, bookId, reader, readerId } from './kit/some-rows';
import { HANG } from './kit/reference-shard';
import { startSpread, type Spread } from './kit/spread';

let spread: Spread;

beforeEach(async () => {
  const rows = {
    books: [book('ann', 1, { wantedBy: 'bob' }), book('bob', 2)],
    readers: [reader('bob', 1, { name: 'Rita' })],
  };
  spread = await startSpread({
    homes: [['ann'], ['bob']],
    rows,
    notJoined: ['eve'],
    transport: { fetchTimeout: 800 },
  });
});
afterEach(() => spread.stop());

const requests = () => spread.shards.map((shard) => shard.requests.length);
const codes = (errors: readonly any[] | undefined) =>
  (errors ?? []).map(({ extensions, path }) => `${extensions.code} ${path.join('.')}`);

test('a field goes to the home that it names, and references are followed', async () => {
  const { data, errors } = await spread.ask(
    `mutation { a: lend(book: "${bookId('ann', 1)}", to: "${readerId('bob', 1)}") { message reader { name } book { title wantedBy { name } } } b: rename(input: { book: "${bookId('bob', 2)}", title: "new" }) { title } __typename }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    a: {
      message: 'lent',
      reader: { name: 'Rita' },
      book: { title: 't1', wantedBy: { name: 'Library bob' } },
    },
    b: { title: 'new' },
    __typename: 'Mutation',
  });
});

test('one unknown home, and nothing is sent', async () => {
  const { data, errors } = await spread.ask(
    `mutation { a: lend(book: "${bookId('ann', 1)}") { message } b: lend(book: "${bookId('zed', 1)}") { message } c: lend(book: "!") { message } d: lend(book: "${bookId('eve', 1)}") { message } }`,
  );
  expect(data).toEqual({ a: null, b: null, c: null, d: null });
  expect(codes(errors)).toEqual(['NOT_FOUND a', 'NOT_FOUND b', 'BAD_ID c', 'HOME_UNAVAILABLE d']);
  expect(requests()).toEqual([0, 0]);
});

test("a shard's refusal is the caller's", async () => {
  const { data, errors } = await spread.ask(`mutation { lend(book: "${bookId('ann', 7)}") { message } }`);
  expect(data).toEqual({ lend: null });
  expect(codes(errors)).toEqual(['NOT_FOUND lend']);
});

test('a silent shard is not asked again', async () => {
  spread.shards[0]!.lie = () => HANG;
  const { data, errors } = await spread.ask(`mutation { lend(book: "${bookId('ann', 1)}") { message } }`);
  expect(data).toEqual({ lend: null });
  expect(codes(errors)).toEqual(['HOME_UNAVAILABLE lend']);
  expect(requests()).toEqual([1, 0]);
});

test('what was certainly not sent is said to be so', async () => {
  await spread.shards[0]!.stop();
  const mutation = `mutation { lend(book: "${bookId('ann', 1)}") { message } }`;
  for (let i = 0; i < 5; i++)
    expect((await spread.ask(mutation)).errors![0]!.message).toContain(
      'whether this was carried out is not known',
    );
  expect((await spread.ask(mutation)).errors![0]!.message).toContain('nothing was carried out');
});
