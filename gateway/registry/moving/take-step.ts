// What is to be done for a move at each of its states. Each may be done twice, so a registry that was killed goes on from what is stored.
import { type HomeMove, isOver, type MoveState } from '../domain/home-move';
import { auditOf } from '../verbs/note';
import { readHead, type RegistryGround } from '../verbs/registry-ground';
import { copyHome } from './copy-home';
import { type AskStep, type Place, StepRefused } from './shard-steps';
import { MoveUnfit, switchHome } from './switch-home';

export interface StepTerms {
  ask: AskStep;
  /** How long the source keeps its rows for requests under an older list, in milliseconds. */
  settleMs: number;
}

/** Milliseconds until there is something to be done; undefined when the move is over. Throws StepUnanswered. */
export async function takeStep(
  ground: RegistryGround,
  move: HomeMove,
  terms: StepTerms,
): Promise<number | undefined> {
  if (isOver(move)) return undefined;
  const wait = move.state === 'SETTLING' ? settlesIn(ground, move, terms) : 0;
  if (wait > 0) return wait;
  try {
    await STEPS[move.state as OpenState](ground, move, terms);
  } catch (error) {
    if (!(error instanceof StepRefused || error instanceof MoveUnfit)) throw error;
    await goOn(ground, move, { state: AFTER_REFUSAL[move.state as OpenState], reason: error.message });
    return move.state === 'SWITCHED' ? REFUSED_AGAIN_MS : 0;
  }
  return 0;
}

type OpenState = Exclude<MoveState, 'DONE' | 'ABORTED'>;

const STEPS: Record<OpenState, (ground: RegistryGround, move: HomeMove, terms: StepTerms) => Promise<void>> =
  {
    async COPYING(ground, move, { ask }) {
      const rows = await copyHome(ask, sourceOf(move), targetOf(move));
      await switchHome(ground, move, rows);
    },
    async SWITCHED(ground, move, { ask }) {
      await ask(await placeNow(ground, targetOf(move)), 'open');
      await goOn(ground, move, { state: 'SETTLING', reason: null });
    },
    async SETTLING(ground, move, { ask }) {
      await ask(await placeNow(ground, sourceOf(move)), 'remove');
      await goOn(ground, move, { state: 'DONE' });
    },
    /** The source first: what it refuses meanwhile, people wait for. What stays at the target is read by nobody. */
    async ABORTING(ground, move, { ask }) {
      await ask(sourceOf(move), 'stay');
      const isForgotten = await ask(targetOf(move), 'discard').then(
        () => true,
        () => false,
      );
      const reason = isForgotten ? move.reason : `${move.reason} ${NOT_DISCARDED}`;
      await goOn(ground, move, { state: 'ABORTED', reason });
    },
  };

const NOT_DISCARDED = 'The target was not told; the next move of this home to it clears what has come.';

/** Before the switch a refusal gives the move up; after it nothing goes back, and what remains is said. */
const AFTER_REFUSAL: Record<OpenState, MoveState> = {
  COPYING: 'ABORTING',
  SWITCHED: 'SWITCHED',
  SETTLING: 'DONE',
  ABORTING: 'ABORTED',
};
const REFUSED_AGAIN_MS = 5_000;

/** From one state to the next, with its line in the audit log; nothing when another registry was first. */
export async function goOn(
  ground: RegistryGround,
  { id, home, state, by, token, from }: HomeMove,
  to: Partial<HomeMove> & Pick<HomeMove, 'state'>,
): Promise<void> {
  await ground.store.change(async (book) => {
    const changed = to.state === state ? to : { ...to, changedAt: ground.now().toISOString() };
    if (!(await book.advanceMove(id, state, changed)) || to.state === state) return;
    const details = { move: id, state: to.state, reason: to.reason ?? undefined };
    await book.note(
      auditOf(
        ground,
        { purpose: 'MEMBER', home: by, token, from },
        { verb: 'MOVE_HOME', subject: `home ${home}`, details },
      ),
    );
  });
}

function settlesIn({ now }: RegistryGround, { changedAt }: HomeMove, { settleMs }: StepTerms): number {
  return Date.parse(changedAt) + settleMs - now().getTime();
}

function sourceOf({ source, sourceUrl }: HomeMove): Place {
  return { name: source, url: sourceUrl };
}

function targetOf({ target, targetUrl }: HomeMove): Place {
  return { name: target, url: targetUrl };
}

/** A shard may have come to another address since the move began. */
async function placeNow(ground: RegistryGround, { name, url }: Place): Promise<Place> {
  const shards = (await readHead(ground))?.state.shards ?? [];
  return { name, url: shards.find((shard) => shard.name === name)?.url ?? url };
}
