// Bookings, and needs that reach another owner's agenda, while both owners are killed again and again; what is wrong afterwards, in sentences.
import { setTimeout } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { AgendaItem } from '../../../subgraphs/conference/agenda-item/agenda-item';
import { JointConference } from '../../../subgraphs/conference/joint-conference/joint-conference';
import { findBrokenSeal, readAudit } from '../../../subgraphs/kit/workflow/audit-entry';
import { readBacklog } from '../../../subgraphs/kit/workflow/drain-outbox';
import { OutboxMessage } from '../../../subgraphs/kit/workflow/outbox-message';
import { WorkflowStep } from '../../../subgraphs/kit/workflow/workflow-step';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { Need } from '../../../subgraphs/sharing/need/need';
import type { TestDatabase } from '../../kit/test-databases';
import { resource } from '../../subgraphs/sharing/kit/sharing-rows';
import { officeOf } from './acting-shard';
import { openKilledGround, type KilledGround } from './killed-ground';
import { faultsIn, raceForRoom, type Asked } from './race-for-room';
import { rowOf } from './rows';

export interface KilledRace {
  kills: number;
  /** That are under way when a kill comes. */
  bookingsAKill: number;
  needsAKill: number;
}

export interface KilledRaceResult {
  told: Asked[];
  kills: number;
  needs: number;
  /** Messages that were delivered, and the attempts that this took. */
  delivered: number;
  attempts: number;
  faults: string[];
}

/** The owner of the rooms and the needs, and the one that convenes. */
const [OWNER, CONVENER] = ['yili', 'street'] as const;

export async function raceWhileKilled(
  testDatabase: TestDatabase,
  { kills, bookingsAKill, needsAKill }: KilledRace,
): Promise<KilledRaceResult> {
  const conference = rowOf(JointConference, { name: '联席会议', level: 'STREET' }, CONVENER);
  const needs = Array.from({ length: kills * needsAKill }, (_, i) => unclaimed(i));
  const rooms = [resource(1, { exclusive: true }), resource(2, { capacity: 50 })];
  const ground = await openKilledGround(testDatabase, {
    [OWNER]: [...rooms, ...needs],
    [CONVENER]: [conference],
  });
  const told: Asked[] = [];
  try {
    for (let kill = 0; kill < kills; kill++) {
      const race = { ask: ground.gateways.ask, clients: bookingsAKill, bookings: bookingsAKill, seed: kill };
      const ofThis = needs.slice(kill * needsAKill, (kill + 1) * needsAKill);
      const under = [
        raceForRoom(race).then((asked) => void told.push(...asked)),
        ...ofThis.map(({ values }) => escalate(ground, values.id, conference.values.id)),
      ];
      // Before, amid and after the steps, and while outboxes deliver those of earlier rounds.
      await setTimeout((kill * 37) % 200);
      await ground.owners[kill % 2]!.killAndRestart();
      await Promise.all(under);
    }
    await untilDrained(ground);
    return { told, kills, needs: needs.length, ...(await look(ground, told, needs.length)) };
  } finally {
    await ground.close();
  }
}

function unclaimed(i: number) {
  return rowOf(
    Need,
    { text: `修路灯 ${i}`, ownerStated: true, state: 'PUBLISHED', claimBy: '2026-11-01' },
    OWNER,
  );
}

/** Sent again with its key until it is answered. */
async function escalate({ gateways }: KilledGround, id: string, conferenceId: string): Promise<void> {
  const query = 'mutation ($input: EscalateNeedInput!) { escalateNeed(input: $input) { refusal { code } } }';
  const input = { id, conferenceId, idempotencyKey: `escalate-${id}` };
  for (;;) {
    const { data, errors } = await gateways.ask(officeOf(OWNER), query, { input });
    if (!errors && data?.escalateNeed) return;
    await setTimeout(25);
  }
}

async function untilDrained({ databases }: KilledGround): Promise<void> {
  for (;;) {
    const backlogs = await Promise.all([OWNER, CONVENER].map((home) => readBacklog(databases[home]!)));
    const unlinked = await databases[OWNER]!.manager.countBy(Need, { state: 'PUBLISHED' });
    if (unlinked === 0 && backlogs.every(({ waiting }) => waiting === 0)) return;
    await setTimeout(250);
  }
}

async function look({ databases }: KilledGround, told: Asked[], needs: number) {
  const [owner, convener] = [databases[OWNER]!, databases[CONVENER]!];
  const bookings = await owner.manager.find(Booking);
  const approved = bookings.filter(({ state }) => state === 'APPROVED').length;
  const messages = [
    ...(await owner.manager.find(OutboxMessage)),
    ...(await convener.manager.find(OutboxMessage)),
  ];
  const faults = [
    ...faultsIn(told, bookings),
    ...(await faultsInEffects(owner, convener)),
    ...differs('messages', messages.length, 2 * needs),
    ...differs('delivered messages', messages.filter(({ state }) => state === 'DELIVERED').length, 2 * needs),
    ...differs(
      'steps of the owner',
      await owner.manager.count(WorkflowStep),
      bookings.length + approved + 2 * needs,
    ),
    ...differs('steps of the convener', await convener.manager.count(WorkflowStep), needs),
    ...(await faultsInAudit(owner, OWNER)),
    ...(await faultsInAudit(convener, CONVENER)),
  ];
  return {
    delivered: messages.length,
    attempts: messages.reduce((sum, { attempts }) => sum + attempts, 0),
    faults,
  };
}

/** Each need is one agenda item, and knows it. */
async function faultsInEffects(owner: DataSource, convener: DataSource): Promise<string[]> {
  const items = await convener.manager.find(AgendaItem);
  const needs = await owner.manager.find(Need);
  const itemsOf = (need: Need) => items.filter(({ needId }) => needId === need.id);
  return [
    ...differs('agenda items', items.length, needs.length),
    ...needs
      .filter((need) => itemsOf(need).length !== 1 || itemsOf(need)[0]!.id !== need.agendaItemId)
      .map(
        (need) => `${need.id} is on the agenda ${itemsOf(need).length} times and knows ${need.agendaItemId}`,
      ),
  ];
}

async function faultsInAudit(database: DataSource, home: string): Promise<string[]> {
  const seal = await findBrokenSeal(readAudit(database.manager, home));
  return seal === null ? [] : [`the audit of ${home} is broken at ${seal}`];
}

function differs(what: string, found: number, expected: number): string[] {
  return found === expected ? [] : [`${found} ${what} are stored, ${expected} were taken`];
}
