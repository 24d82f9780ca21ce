// Clients race for two rooms through two gateways: real tokens, signed requests, one shard that decides.
import { openProof } from '../../../subgraphs/kit/identity/open-proof';
import { loadRows } from '../../../subgraphs/kit/database/load-rows';
import { startShard } from '../../../subgraphs/kit/start-shard';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { unit } from '../../../subgraphs/unit/program';
import type { TestDatabase } from '../../kit/test-databases';
import { resource } from '../../subgraphs/sharing/kit/sharing-rows';
import { NOW } from './acting-shard';
import { prepareGateways } from './gateways';
import { faultsIn, peaksOf, raceForRoom, type Asked, type Peaks, type Race } from './race-for-room';

export interface GatewayRace {
  told: Asked[];
  faults: string[];
  peaks: Peaks;
  /** Requests that each gateway answered. */
  answered: number[];
}

const GATEWAYS = 2;

export async function raceThroughGateways(
  testDatabase: TestDatabase,
  race: Omit<Race, 'ask'>,
): Promise<GatewayRace> {
  const { url: databaseUrl, drop } = await testDatabase.create();
  const prepared = prepareGateways(GATEWAYS);
  const faults: string[] = [];
  const note = (fault: unknown) => void faults.push(String(fault));
  const terms = { shard: 'yili', gatewayKeys: prepared.gatewayKeys, requireSignature: true };
  const shard = await startShard(unit, {
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    now: () => NOW,
    log: note,
    proveAsker: openProof(terms, note),
  });
  const rooms = [resource(1, { exclusive: true }), resource(2, { capacity: 50 })];
  await loadRows(shard.database, rooms, ['yili'], NOW.toISOString());
  const gateways = await prepared.open([
    { name: 'yili', url: shard.url, contracts: ['sharing'], homes: ['yili'] },
  ]);
  const answered = Array.from({ length: GATEWAYS }, () => 0);
  let next = 0;
  const ask: Race['ask'] = async (...question) => {
    const gateway = next++ % GATEWAYS;
    const answer = await gateways.askAt(gateway, ...question);
    if (!answer.errors) answered[gateway]! += 1;
    return answer;
  };
  const told = await raceForRoom({ ...race, ask });
  const stored = await shard.database.manager.find(Booking);
  await gateways.stop();
  await shard.stop();
  await drop();
  return { told, faults: [...faults, ...faultsIn(told, stored)], peaks: peaksOf(stored), answered };
}
