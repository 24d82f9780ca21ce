// A value that cannot be stored fails its statement, on the file's connection and on that of a change.
import { inTransaction } from '../../../subgraphs/kit/database/in-transaction';
import { openContract, type OpenContract } from '../../kit/open-contract';
import { sqlite } from '../../kit/test-databases';
import { trialContract } from './trial/trial-contract';

let opened: OpenContract;
beforeAll(
  async () => void (opened = await openContract(trialContract, sqlite, new Date('2026-11-22T04:00:00Z'))),
);
afterAll(() => opened.close());

test.each([{}, new Date(), Buffer.from('a'), []])('%p is refused, and the process lives', async (value) => {
  await expect(opened.database.query('SELECT ? AS it', [value])).rejects.toThrow('SQLite cannot store');
  await expect(
    inTransaction(opened.database, (manager) => manager.query('SELECT ? AS it', [value])),
  ).rejects.toThrow('SQLite cannot store');
});

test.each([
  ['文', '文'],
  [1.5, 1.5],
  [null, null],
  [true, 1],
])('%p is bound', async (value, shown) => {
  expect(await opened.database.query('SELECT ? AS it', [value])).toEqual([{ it: shown }]);
});
