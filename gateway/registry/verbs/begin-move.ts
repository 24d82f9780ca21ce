// The beginning of a move: it is written down, and from then on goes on by itself. One at a time for a home.
import type { Actor } from '../domain/actor';
import type { WritingBook } from '../domain/book';
import type { MoveHomeChange } from '../domain/change';
import type { GraphState } from '../domain/graph-state';
import type { HomeMove } from '../domain/home-move';
import { moveUnderWay, notServed } from './refusals';
import type { RegistryGround } from './registry-ground';
import { findShard } from './find-shard';

/** Part of the change by which it is accepted. */
export async function beginMove(
  { newId, now }: RegistryGround,
  book: WritingBook,
  { change, state, actor }: { change: MoveHomeChange; state: GraphState; actor: Actor },
): Promise<void> {
  const { home, to } = change;
  const source = state.shards.find(({ homes }) => homes.includes(home));
  if (!source) throw notServed(home, to);
  refuseSecond(await book.openMoves(), home);
  const target = findShard(state.shards, to);
  const at = now().toISOString();
  await book.beginMove({
    id: newId(),
    home,
    source: source.name,
    sourceUrl: source.url,
    target: to,
    targetUrl: target.url,
    by: actor.home,
    token: actor.token,
    from: actor.from,
    state: 'COPYING',
    startedAt: at,
    changedAt: at,
    rows: null,
    version: null,
    reason: null,
  });
}

export function refuseSecond(open: HomeMove[], home: string): void {
  const other = open.find((move) => move.home === home);
  if (other) throw moveUnderWay(other);
}
