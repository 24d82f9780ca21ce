// The owner is killed in the middle of bookings; clients send again with their keys: nothing doubled, nothing lost.
// With more kills: `npm run owner-kill`.
import { testDatabases } from '../kit/test-databases';
import { raceWhileKilled } from './kit/race-while-killed';

test.each(testDatabases())(
  '2 kills on $name',
  async (testDatabase) => {
    const { told, kills, faults } = await raceWhileKilled(testDatabase, {
      clients: 6,
      bookings: 60,
      kills: 2,
    });
    expect(faults).toEqual([]);
    expect(told).toHaveLength(60);
    expect(kills).toBe(2);
  },
  180_000,
);
