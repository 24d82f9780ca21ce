// Decides when a part of a connection is read to its end, beyond what the page needs: at first, and then now and again.
import type { ConnectionPlan } from '../plan/operation-plan';

/** Of so many answers of a shard to one operation one is read to its end. */
const EVERY = 16;

/** By the shard's name: how many answers there are to the next one that is read to its end. */
const countdowns = new WeakMap<ConnectionPlan, Map<string, number>>();

/**
 * A shard that misorders its rows may hide one that belongs into the page behind others. It will do so in answer after
 * answer, so a look now and again finds it out. Shards take turns, so that no request pays for all.
 */
export function isTailDue(plan: ConnectionPlan, shard: string): boolean {
  let left = countdowns.get(plan);
  if (!left) countdowns.set(plan, (left = new Map()));
  const known = left.get(shard);
  if (known === undefined) left.set(shard, 1 + (left.size % EVERY));
  else left.set(shard, known > 1 ? known - 1 : EVERY);
  return known === undefined || known === 1;
}
