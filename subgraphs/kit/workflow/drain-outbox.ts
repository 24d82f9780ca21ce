// Delivers the messages of an outbox: at least once, later and later while the receiver does not answer, never given up.
import { LessThanOrEqual, type DataSource } from 'typeorm';
import { isOnTheMove } from '../database/home-move';
import { inTransaction } from '../database/in-transaction';
import { lockShardHome } from '../database/shard-home';
import { OutboxMessage } from './outbox-message';

/** What became of a delivery: a receiver that did not answer is tried again, one that refused is not. */
export type Delivery = { kind: 'delivered' } | { kind: 'refused' | 'unanswered'; code: string };

export interface OutboxOptions {
  database: DataSource;
  now: () => Date;
  /** Sends the mutation under the home's service token, with the message's id as idempotency key. Does not throw. */
  deliver: (message: OutboxMessage) => Promise<Delivery>;
}

export interface Drained {
  delivered: number;
  refused: number;
  waiting: number;
}

const BATCH = 50;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** One round over the messages that are due, oldest first; those of one row keep their order. */
export async function drainOutbox({ database, now, deliver }: OutboxOptions): Promise<Drained> {
  const drained: Drained = { delivered: 0, refused: 0, waiting: 0 };
  const due = await dueMessages(database, now());
  const heldUp = new Set<string>();
  for (const message of due) {
    if (heldUp.has(message.rowId)) continue;
    const delivery = await deliver(message);
    await settle(database, message, delivery, now());
    if (delivery.kind === 'unanswered') heldUp.add(message.rowId);
    drained[delivery.kind === 'unanswered' ? 'waiting' : delivery.kind] += 1;
  }
  return drained;
}

/** A row's later message is not due before its earlier one; a home on its way to another shard delivers from there. */
async function dueMessages({ manager }: DataSource, now: Date): Promise<OutboxMessage[]> {
  return manager
    .createQueryBuilder(OutboxMessage, 'm')
    .where({ state: 'WAITING', nextAttemptAt: LessThanOrEqual(now.toISOString()) })
    .andWhere(
      "NOT EXISTS (SELECT 1 FROM outbox_message e WHERE e.rowId = m.rowId AND e.id < m.id AND e.state = 'WAITING'" +
        ' AND e.nextAttemptAt > :now)',
      { now: now.toISOString() },
    )
    .andWhere('NOT EXISTS (SELECT 1 FROM home_move v WHERE v.home = m.home)')
    .orderBy('m.id')
    .limit(BATCH)
    .getMany();
}

/**
 * A message that was delivered and not yet marked is delivered again: the receiver knows its key. So is one whose home left
 * meanwhile; what has left is not written any more.
 */
async function settle(
  database: DataSource,
  { id, home, attempts }: OutboxMessage,
  delivery: Delivery,
  now: Date,
): Promise<void> {
  const tried = { attempts: attempts + 1, lastCode: delivery.kind === 'delivered' ? null : delivery.code };
  const outcome =
    delivery.kind === 'unanswered'
      ? { nextAttemptAt: new Date(now.getTime() + waitAfter(attempts)).toISOString() }
      : { state: stateOf(delivery.kind), settledAt: now.toISOString() };
  await inTransaction(database, async (manager) => {
    await lockShardHome(manager, home);
    if (!(await isOnTheMove(manager, home)))
      await manager.update(OutboxMessage, { id }, { ...tried, ...outcome });
  });
}

function stateOf(kind: 'delivered' | 'refused'): OutboxMessage['state'] {
  return kind === 'delivered' ? 'DELIVERED' : 'REFUSED';
}

function waitAfter(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempts, 20));
}

export interface OutboxBacklog {
  waiting: number;
  refused: number;
  /** When the oldest that still waits was written; null when none waits. */
  oldestWaitingSince: string | null;
}

/** What a shard shows of its outbox, or of one home's: nothing is delayed unseen. */
export async function readBacklog({ manager }: DataSource, home?: string): Promise<OutboxBacklog> {
  const of = (state: 'WAITING' | 'REFUSED') => ({ state, ...(home !== undefined && { home }) });
  const oldest = await manager.findOne(OutboxMessage, { where: of('WAITING'), order: { createdAt: 'ASC' } });
  const [waiting, refused] = [
    await manager.countBy(OutboxMessage, of('WAITING')),
    await manager.countBy(OutboxMessage, of('REFUSED')),
  ];
  return { waiting, refused, oldestWaitingSince: oldest?.createdAt ?? null };
}

/** As `/health` tells it: with how many seconds the oldest has waited; null when none waits. */
export function withAge(
  backlog: OutboxBacklog,
  now: Date,
): OutboxBacklog & { oldestWaitingSeconds: number | null } {
  const { oldestWaitingSince: since } = backlog;
  const seconds = since === null ? null : Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1000));
  return { ...backlog, oldestWaitingSeconds: seconds };
}
