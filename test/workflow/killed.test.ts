// Owners are killed in the middle of bookings and of effects across owners; clients and outboxes send again with their keys: nothing doubled, nothing lost.
// With 100 kills: `npm run owner-kill`.
import { longSuiteDatabases } from '../kit/test-databases';
import { raceWhileKilled } from './kit/race-while-killed';

test.each(longSuiteDatabases())(
  '2 kills on $name',
  async (testDatabase) => {
    const race = { kills: 2, bookingsAKill: 10, needsAKill: 3 };
    const { told, delivered, attempts, faults } = await raceWhileKilled(testDatabase, race);
    expect(faults).toEqual([]);
    expect(told).toHaveLength(20);
    expect(delivered).toBe(12);
    expect(attempts).toBeGreaterThanOrEqual(12);
  },
  300_000,
);
