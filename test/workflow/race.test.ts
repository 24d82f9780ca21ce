// Clients race for the same two rooms, on every database: nothing overlaps, nothing is lost, everyone is told.
import { Booking } from '../../subgraphs/sharing/booking/booking';
import { testDatabases } from '../kit/test-databases';
import { resource } from '../subgraphs/sharing/kit/sharing-rows';
import { openActingShard } from './kit/acting-shard';
import { faultsIn, raceForRoom } from './kit/race-for-room';

test.each(testDatabases())(
  '30 clients race for 150 bookings on $name',
  async (testDatabase) => {
    const shard = await openActingShard(testDatabase);
    await shard.load([resource(1, { exclusive: true }), resource(2, { capacity: 50 })]);
    const told = await raceForRoom({
      ask: shard.ask,
      clients: 30,
      bookings: 150,
      seed: Number(process.env.LIANXI_SEED ?? 5),
    });
    const faults = faultsIn(told, await shard.database.manager.find(Booking));
    await shard.close();
    expect(faults).toEqual([]);
    expect(shard.faults).toEqual([]);
    expect(told).toHaveLength(150);
    expect(told.filter(({ approved }) => approved).length).toBeGreaterThan(20);
    expect(new Set(told.map(({ refusedWith }) => refusedWith))).toEqual(
      new Set([null, 'OVERLAPS', 'CAPACITY_EXCEEDED']),
    );
  },
  180_000,
);
