// Clients race for rooms while the owner is killed again and again; what is wrong afterwards, in sentences.
import { loadRows } from '../../../subgraphs/kit/database/load-rows';
import { openProgramDatabase } from '../../../subgraphs/kit/start-shard';
import { findBrokenSeal, readAudit } from '../../../subgraphs/kit/workflow/audit-entry';
import { WorkflowStep } from '../../../subgraphs/kit/workflow/workflow-step';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { unit } from '../../../subgraphs/unit/program';
import type { TestDatabase } from '../../kit/test-databases';
import { resource } from '../../subgraphs/sharing/kit/sharing-rows';
import { askAs, NOW } from './acting-shard';
import { startKilledOwner } from './killed-owner';
import { faultsIn, raceForRoom, type Asked } from './race-for-room';

export interface KilledRace {
  clients: number;
  bookings: number;
  kills: number;
}

export interface KilledRaceResult {
  told: Asked[];
  kills: number;
  faults: string[];
}

/** Kills are spread evenly over the answers; clients go on only when a successor is ready, so that each kill meets requests on the way. */
export async function raceWhileKilled(
  testDatabase: TestDatabase,
  { clients, bookings, kills: wanted }: KilledRace,
): Promise<KilledRaceResult> {
  const { url, drop } = await testDatabase.create();
  const database = await openProgramDatabase(unit, url);
  const rooms = [resource(1, { exclusive: true }), resource(2, { capacity: 50 })];
  await loadRows(database, rooms, ['yili'], NOW.toISOString());
  const owner = await startKilledOwner(url);
  let [answers, kills, killing] = [0, 0, Promise.resolve()];
  const told = await raceForRoom({
    ask: async (...asked) => {
      await owner.ready();
      const answer = await askAs(`${owner.url}/sharing`, ...asked);
      answers += 1;
      if (answers * (wanted + 1) > (kills + 1) * bookings && kills < wanted) {
        kills += 1;
        killing = killing.then(() => owner.killAndRestart());
      }
      return answer;
    },
    clients,
    bookings,
    seed: 11,
  });
  await killing;
  await owner.stop();
  const stored = await database.manager.find(Booking);
  const steps = await database.manager.count(WorkflowStep);
  const seal = await findBrokenSeal(readAudit(database.manager, 'yili'));
  await database.destroy();
  await drop();
  const expected = stored.length + stored.filter(({ state }) => state === 'APPROVED').length;
  return {
    told,
    kills,
    faults: [
      ...faultsIn(told, stored),
      ...(steps === expected ? [] : [`${steps} steps are stored, ${expected} were taken`]),
      ...(seal === null ? [] : [`the audit is broken at ${seal}`]),
    ],
  };
}
