// The owner is killed in the middle of bookings, again and again; clients send again with their keys: nothing doubled, nothing lost.
import { setTimeout } from 'node:timers/promises';
import { loadRows } from '../../subgraphs/kit/database/load-rows';
import { openProgramDatabase } from '../../subgraphs/kit/start-shard';
import { findBrokenSeal, readAudit } from '../../subgraphs/kit/workflow/audit-entry';
import { WorkflowStep } from '../../subgraphs/kit/workflow/workflow-step';
import { Booking } from '../../subgraphs/sharing/booking/booking';
import { unit } from '../../subgraphs/unit/program';
import { testDatabases } from '../kit/test-databases';
import { resource } from '../subgraphs/sharing/kit/sharing-rows';
import { askAs, NOW } from './kit/acting-shard';
import { startKilledOwner } from './kit/killed-owner';
import { faultsIn, raceForRoom } from './kit/race-for-room';

const KILLS = 5;

test.each(testDatabases())(
  `${KILLS} kills on $name`,
  async (testDatabase) => {
    const { url, drop } = await testDatabase.create();
    const database = await openProgramDatabase(unit, url);
    await loadRows(
      database,
      [resource(1, { exclusive: true }), resource(2, { capacity: 50 })],
      ['yili'],
      NOW.toISOString(),
    );
    const owner = await startKilledOwner(url);
    let racing = true;
    const race = raceForRoom({
      ask: (...asked) => askAs(`${owner.url}/sharing`, ...asked),
      clients: 6,
      bookings: 100,
      seed: 11,
    }).finally(() => (racing = false));
    let kills = 0;
    for (; kills < KILLS && racing; kills++) {
      await setTimeout(150);
      await owner.killAndRestart();
    }
    const told = await race;
    await owner.stop();
    const bookings = await database.manager.find(Booking);
    const steps = await database.manager.find(WorkflowStep);
    const seal = await findBrokenSeal(readAudit(database.manager, 'yili'));
    await database.destroy();
    await drop();
    expect(faultsIn(told, bookings)).toEqual([]);
    expect(steps).toHaveLength(bookings.length + bookings.filter(({ state }) => state === 'APPROVED').length);
    expect(seal).toBeNull();
    expect(kills).toBe(KILLS);
  },
  180_000,
);
