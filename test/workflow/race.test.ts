// Clients race for the same two rooms through two gateways, on every database: nothing overlaps, nothing is lost, everyone is told why.
// With 200 clients and 1,000 bookings: `npm run booking-race`.
import { longSuiteDatabases } from '../kit/test-databases';
import { raceThroughGateways } from './kit/race-through-gateways';

test.each(longSuiteDatabases())(
  '20 clients race for 100 bookings on $name',
  async (testDatabase) => {
    const race = { clients: 20, bookings: 100, seed: Number(process.env.LIANXI_SEED ?? 5) };
    const { told, faults, answered } = await raceThroughGateways(testDatabase, race);
    expect(faults).toEqual([]);
    expect(told).toHaveLength(100);
    expect(told.filter(({ approved }) => approved).length).toBeGreaterThan(15);
    expect(new Set(told.map(({ refusedWith }) => refusedWith))).toEqual(
      new Set([null, 'OVERLAPS', 'CAPACITY_EXCEEDED']),
    );
    for (const requests of answered) expect(requests).toBeGreaterThan(70);
  },
  180_000,
);
