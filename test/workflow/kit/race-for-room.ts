// Many clients race for the same rooms; afterwards the intervals are swept, independently of the code that decides.
import { setTimeout } from 'node:timers/promises';
import { mulberry32 } from '../../../subgraphs/demonstration/synthetic-rows';
import type { Actor } from '../../../subgraphs/kit/workflow/actor';
import type { Answer } from '../../kit/open-shard';
import { idOf } from '../../subgraphs/sharing/kit/sharing-rows';
import { officeOf } from './acting-shard';
import { hours, takeStep, type BookingAnswer } from './booking-steps';

export const EXCLUSIVE = idOf('yili', 'resource', 1);
export const HOLDS_50 = idOf('yili', 'resource', 2);

export interface Race {
  ask: (actor: Actor | null, query: string, variables?: object) => Promise<Answer>;
  clients: number;
  bookings: number;
  seed: number;
}

export interface Asked {
  id: string;
  resourceId: string;
  startsAt: string;
  endsAt: string;
  expectedHeadcount: number;
  approved: boolean;
  /** Code of the refusal of the request or of its approval. */
  refusedWith: string | null;
  /** Ids of the approved bookings that stand in its way, as the refusal names them. */
  inTheWay: string[];
}

/** Asks for bookings that overlap and approves each at once; what each client was told. */
export async function raceForRoom({ ask, clients, bookings, seed }: Race): Promise<Asked[]> {
  const random = mulberry32(seed);
  const wanted = Array.from({ length: bookings }, (_, i) => draw(random, `${seed}-${i}`));
  const told: Asked[] = [];
  const client = async (me: number) => {
    for (let next = wanted.pop(); next; next = wanted.pop())
      told.push(await book(ask, officeOf(`unit-${me}`), next));
  };
  await Promise.all(Array.from({ length: clients }, (_, me) => client(me)));
  return told;
}

interface Wanted {
  resourceId: string;
  startsAt: string;
  endsAt: string;
  expectedHeadcount: number;
  key: string;
}

function draw(random: () => number, name: string): Wanted {
  const from = Math.floor(random() * 200) / 2;
  const until = from + 0.5 + Math.floor(random() * 8) / 2;
  const resourceId = random() < 0.5 ? EXCLUSIVE : HOLDS_50;
  return {
    resourceId,
    ...hours(from, until),
    expectedHeadcount: 1 + Math.floor(random() * 30),
    key: `race-number-${name}`,
  };
}

async function book(ask: Race['ask'], me: Actor, { key, ...wanted }: Wanted): Promise<Asked> {
  const take = (actor: Actor, mutation: string, input: object) =>
    untilAnswered(() => takeStep(ask, actor, mutation, { ...input, idempotencyKey: `${key}-${mutation}` }));
  const request = await take(me, 'requestBooking', wanted);
  if (!request.booking) return { ...wanted, id: '', approved: false, ...saidBy(request) };
  const { id } = request.booking;
  const approval = await take(officeOf('yili'), 'approveBooking', { id });
  return { ...wanted, id, approved: approval.refusal === null, ...saidBy(approval) };
}

function saidBy({ refusal }: BookingAnswer): Pick<Asked, 'refusedWith' | 'inTheWay'> {
  const bookings = (refusal?.bookings ?? []) as { id: string }[];
  return { refusedWith: refusal?.code ?? null, inTheWay: bookings.map((booking) => booking.id) };
}

/** Sends a step again, with its key, while the owner does not answer. */
async function untilAnswered(send: () => Promise<BookingAnswer>): Promise<BookingAnswer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await send();
    } catch (cause) {
      if (attempt >= 2_000) throw cause;
      await setTimeout(25);
    }
  }
}

export interface StoredBooking {
  id: string;
  resourceId: string;
  state: string;
  startsAt: string;
  endsAt: string;
  expectedHeadcount: number;
}

/** What is wrong with the stored bookings: sentences, none when all is well. */
export function faultsIn(told: readonly Asked[], stored: readonly StoredBooking[]): string[] {
  const byId = new Map(stored.map((booking) => [booking.id, booking]));
  const faults: string[] = [];
  for (const asked of told) {
    const { id, approved, refusedWith } = asked;
    if (!approved && !refusedWith) faults.push(`${id} was neither approved nor told why`);
    if (refusedWith && !isInTheWay(asked, byId))
      faults.push(
        `${id || asked.startsAt} was refused with ${refusedWith}, and what it names is not in its way`,
      );
    if (id && byId.get(id)?.state !== (approved ? 'APPROVED' : 'REQUESTED'))
      faults.push(`${id} is stored as ${byId.get(id)?.state}`);
  }
  const made = told.filter(({ id }) => id !== '').length;
  if (stored.length !== made) faults.push(`${stored.length} bookings are stored, ${made} were made`);
  const { bookingsAtOnce, peopleAtOnce } = peaksOf(stored);
  if (bookingsAtOnce > 1) faults.push('two approved bookings of the exclusive room overlap');
  if (peopleAtOnce > 50) faults.push('more than 50 people are in the room that holds 50');
  return faults;
}

/** No booking is revoked in a race, so what stood in the way stands there still. */
function isInTheWay({ inTheWay, ...wanted }: Asked, byId: ReadonlyMap<string, StoredBooking>): boolean {
  const overlaps = (id: string) => {
    const other = byId.get(id);
    const meets = other && other.startsAt < wanted.endsAt && wanted.startsAt < other.endsAt;
    return meets && other.state === 'APPROVED' && other.resourceId === wanted.resourceId;
  };
  return inTheWay.length > 0 && inTheWay.every(overlaps);
}

export interface Peaks {
  /** Approved bookings of the exclusive room at one instant, at most. */
  bookingsAtOnce: number;
  /** Expected people in the room that holds 50 at one instant, at most. */
  peopleAtOnce: number;
}

export function peaksOf(stored: readonly StoredBooking[]): Peaks {
  const approvedIn = (resourceId: string) =>
    stored.filter((booking) => booking.resourceId === resourceId && booking.state === 'APPROVED');
  return {
    bookingsAtOnce: sweep(approvedIn(EXCLUSIVE), () => 1),
    peopleAtOnce: sweep(approvedIn(HOLDS_50), ({ expectedHeadcount }) => expectedHeadcount),
  };
}

/** The most at one instant: arrivals add, departures at the same instant take away first. */
function sweep(bookings: readonly StoredBooking[], weight: (booking: StoredBooking) => number): number {
  const events = bookings.flatMap((booking) => [
    { at: Date.parse(booking.startsAt), change: weight(booking) },
    { at: Date.parse(booking.endsAt), change: -weight(booking) },
  ]);
  events.sort((a, b) => a.at - b.at || a.change - b.change);
  let [now, most] = [0, 0];
  for (const { change } of events) most = Math.max(most, (now += change));
  return most;
}
