// Moving a home with its rows to another shard, looking at moves, and giving one up before the switch.
import type { Actor } from '../domain/actor';
import type { MoveHomeChange } from '../domain/change';
import { type HomeMove, isOver } from '../domain/home-move';
import { refuseSecond } from './begin-move';
import { findShard } from './find-shard';
import { gatherEvidence } from './gather-evidence';
import { auditOf } from './note';
import { requireOwner, requirePublisher, requireReader } from './permissions';
import { alreadyServed, moveIsPast, notServed, unknown } from './refusals';
import { readHead, type RegistryGround } from './registry-ground';
import { type Submission, submit } from './submit';

export interface MoveSubmission {
  submission: Submission;
  /** Null unless it began. */
  move: HomeMove | null;
}

/** The answer comes when the move has begun, or waits, or is refused; then it goes on by itself. */
export async function moveHome(
  ground: RegistryGround,
  actor: Actor | null,
  { home, to }: { home: string; to: string },
): Promise<MoveSubmission> {
  const publisher = await requirePublisher(ground, actor);
  const shards = (await readHead(ground))?.state.shards ?? [];
  const target = findShard(shards, to);
  requireOwner(publisher, target.owner, to);
  if (target.homes.includes(home)) throw alreadyServed(home, to);
  if (!shards.some(({ homes }) => homes.includes(home))) throw notServed(home, to);
  refuseSecond(await ground.store.read.openMoves(), home);
  const change: MoveHomeChange = { kind: 'MOVE_HOME', home, to, by: publisher.home };
  const submission = await submit(ground, publisher, change, await gatherEvidence(ground, change));
  const begun = submission.outcome === 'ACCEPTED' ? await ground.store.read.openMoves() : [];
  return { submission, move: begun.find((move) => move.home === home) ?? null };
}

export async function readMove(ground: RegistryGround, actor: Actor | null, id: string): Promise<HomeMove> {
  await requireReader(ground, actor);
  const move = await ground.store.read.move(id);
  if (!move) throw unknown('move', id);
  return move;
}

export async function listMoves(ground: RegistryGround, actor: Actor | null): Promise<HomeMove[]> {
  await requireReader(ground, actor);
  return ground.store.read.moves();
}

/** Before the switch only; afterwards the home is moved back by another move. */
export async function abortMove(ground: RegistryGround, actor: Actor | null, id: string): Promise<HomeMove> {
  const publisher = await requirePublisher(ground, actor);
  const move = await readMove(ground, publisher, id);
  const shards = (await readHead(ground))?.state.shards ?? [];
  const owners = shards
    .filter(({ name }) => name === move.source || name === move.target)
    .map(({ owner }) => owner);
  if (![...owners, move.by].includes(publisher.home)) requireOwner(publisher, move.by, `move ${id}`);
  const reason = `Given up by ${publisher.home}.`;
  const isAborted = await ground.store.change(async (book) => {
    const to = { state: 'ABORTING', reason, changedAt: ground.now().toISOString() } as const;
    if (!(await book.advanceMove(id, 'COPYING', to))) return false;
    await book.note(
      auditOf(ground, publisher, { verb: 'ABORT_MOVE', subject: `home ${move.home}`, details: { move: id } }),
    );
    return true;
  });
  const now = await readMove(ground, publisher, id);
  if (!isAborted && ((now.state !== 'ABORTING' && !isOver(now)) || now.state === 'DONE'))
    throw moveIsPast(now);
  ground.wakeMover();
  return now;
}
