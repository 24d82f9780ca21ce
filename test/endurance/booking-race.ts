// The long race: 200 clients for 1,000 overlapping bookings through two gateways, on every database that is found: `npm run booking-race`.
import 'reflect-metadata';
import findTestDatabase from '../kit/find-test-database';
import { testDatabases } from '../kit/test-databases';
import type { Asked } from '../workflow/kit/race-for-room';
import { raceThroughGateways } from '../workflow/kit/race-through-gateways';

const count = (told: readonly Asked[], code: string | null) =>
  told.filter(({ refusedWith }) => refusedWith === code).length;

async function main(): Promise<void> {
  await findTestDatabase();
  const table: Record<string, object> = {};
  const race = { clients: 200, bookings: 1_000, seed: Number(process.env.LIANXI_SEED ?? 5) };
  for (const testDatabase of testDatabases()) {
    const started = Date.now();
    const { told, faults, peaks, answered } = await raceThroughGateways(testDatabase, race);
    table[testDatabase.name] = {
      'asked for': told.length,
      approved: count(told, null),
      OVERLAPS: count(told, 'OVERLAPS'),
      CAPACITY_EXCEEDED: count(told, 'CAPACITY_EXCEEDED'),
      'most at once (of 1)': peaks.bookingsAtOnce,
      'people at once (of 50)': peaks.peopleAtOnce,
      'requests by gateway': answered.join(' + '),
      faults: faults.length,
      seconds: Math.round((Date.now() - started) / 1000),
    };
    for (const fault of faults) console.log(fault);
    if (faults.length > 0) process.exitCode = 1;
  }
  console.table(table);
}

void main();
