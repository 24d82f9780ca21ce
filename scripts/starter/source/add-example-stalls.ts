// Two made-up stalls for an empty table, so that there is something to see; take this file out when you have your own.
import type { DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { SampleMarketStall, SampleMarketStallState } from './stall';

const HOME = 'sample-market-home';
const EXAMPLES = [
  {
    title: '示例：闲置图书 Example: books to give away',
    state: SampleMarketStallState.OFFERED,
    quantity: 30,
  },
  {
    title: '示例：旧衣回收箱 Example: box for old clothes',
    state: SampleMarketStallState.OFFERED,
    quantity: null,
  },
];

export async function addExampleStalls(database: DataSource): Promise<void> {
  const stalls = database.getRepository(SampleMarketStall);
  if ((await stalls.count()) > 0) return;
  await stalls.insert(
    EXAMPLES.map((example, i) => ({ ...example, id: ulid(i).toLowerCase(), offeredById: HOME })),
  );
}
