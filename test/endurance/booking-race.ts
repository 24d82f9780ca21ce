// The long race: 200 clients for 1,000 overlapping bookings, on every database that is found: `node -r @swc-node/register test/endurance/booking-race.ts`.
import 'reflect-metadata';
import { Booking } from '../../subgraphs/sharing/booking/booking';
import findTestDatabase from '../kit/find-test-database';
import { testDatabases } from '../kit/test-databases';
import { resource } from '../subgraphs/sharing/kit/sharing-rows';
import { openActingShard } from '../workflow/kit/acting-shard';
import { faultsIn, raceForRoom } from '../workflow/kit/race-for-room';

async function main(): Promise<void> {
  await findTestDatabase();
  for (const testDatabase of testDatabases()) {
    const shard = await openActingShard(testDatabase);
    await shard.load([resource(1, { exclusive: true }), resource(2, { capacity: 50 })]);
    const started = Date.now();
    const told = await raceForRoom({
      ask: shard.ask,
      clients: 200,
      bookings: 1_000,
      seed: Number(process.env.LIANXI_SEED ?? 5),
    });
    const faults = faultsIn(told, await shard.database.manager.find(Booking));
    await shard.close();
    const approved = told.filter((booking) => booking.approved).length;
    console.log(
      `${testDatabase.name}: ${told.length} asked, ${approved} approved, ${told.length - approved} refused with a reason, ${faults.length} faults, ${Math.round((Date.now() - started) / 1000)} s`,
    );
    for (const fault of [...faults, ...shard.faults]) console.log(fault);
    if (faults.length + shard.faults.length > 0) process.exitCode = 1;
  }
}

void main();
