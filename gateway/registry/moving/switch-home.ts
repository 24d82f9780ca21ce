// The switch: in one change of the database the list names the target, and the move is past the point of return.
import type { MoveHomeChange } from '../domain/change';
import { type GraphState, NOTHING, shardWithHome, withShard } from '../domain/graph-state';
import type { HomeMove } from '../domain/home-move';
import { auditOf } from '../verbs/note';
import type { RegistryGround } from '../verbs/registry-ground';
import { readHead } from '../verbs/registry-ground';
import { onSettledHead } from '../verbs/submit';

/** The list changed meanwhile, so that the move no longer fits. */
export class MoveUnfit extends Error {
  override readonly name = 'MoveUnfit';
}

/** Somebody gave the move up, or another registry on the same database has switched. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

export async function switchHome(ground: RegistryGround, move: HomeMove, rows: number): Promise<void> {
  await ground
    .turn(() => onSettledHead(() => switchNow(ground, move, rows)))
    .catch((error: unknown) => {
      if (!(error instanceof Overtaken)) throw error;
    });
}

async function switchNow(ground: RegistryGround, move: HomeMove, rows: number): Promise<void> {
  const head = await readHead(ground);
  const state = stateAfter(head?.state ?? NOTHING, move);
  const { id, home, by, token, from } = move;
  const at = ground.now().toISOString();
  const version = await ground.store.change(async (book) => {
    const to = { state: 'SWITCHED', changedAt: at, rows, version: head!.number + 1 } as const;
    if (!(await book.advanceMove(id, 'COPYING', to))) throw new Overtaken();
    const who = { by, token, from, at, proposal: null };
    const appended = await book.append(head!.number, {
      kind: 'HOME_MOVED',
      subject: home,
      ...who,
      state,
      composed: head!.composed,
    });
    const details = { move: id, source: move.source, target: move.target, rows, version: appended.number };
    await book.note(
      auditOf(
        ground,
        { purpose: 'MEMBER', home: by, token, from },
        { verb: 'SWITCH_HOME', subject: `home ${home}`, details },
      ),
    );
    return appended;
  });
  ground.announce(version);
}

function stateAfter(state: GraphState, { home, source, target, targetUrl }: HomeMove): GraphState {
  const change: Pick<MoveHomeChange, 'home' | 'to'> = { home, to: target };
  const place = shardWithHome(state, change);
  const isServed = state.shards.some(({ name, homes }) => name === source && homes.includes(home));
  if (!isServed) throw new MoveUnfit(`"${source}" no longer serves "${home}".`);
  if (place?.url !== targetUrl) throw new MoveUnfit(`"${target}" is no longer at ${targetUrl}.`);
  return withShard(state, place);
}
