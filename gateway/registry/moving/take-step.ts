// What is to be done for a move at each of its states. Each may be done twice, so a registry that was killed goes on from what is stored.
import { NOTHING, shardOf } from '../domain/graph-state';
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
    return (await STEPS[move.state as OpenState](ground, move, terms)) ?? 0;
  } catch (error) {
    if (!(error instanceof StepRefused || error instanceof MoveUnfit)) throw error;
    await goOn(ground, move, { state: AFTER_REFUSAL[move.state as OpenState], reason: error.message });
    return move.state === 'SWITCHED' ? AGAIN_MS : 0;
  }
}

type OpenState = Exclude<MoveState, 'DONE' | 'ABORTED'>;

/** Milliseconds to wait before the next one, where there is a reason to. */
type Step = (ground: RegistryGround, move: HomeMove, terms: StepTerms) => Promise<number | void>;

const STEPS: Record<OpenState, Step> = {
  async COPYING(ground, move, { ask }) {
    const rows = await copyHome(ask, sourceOf(move), targetOf(move));
    await switchHome(ground, move, rows);
  },
  async SWITCHED(ground, move, { ask }) {
    await ask(await placeNow(ground, targetOf(move)), 'open');
    await goOn(ground, move, { state: 'SETTLING', reason: null });
  },
  /** Of a list that was set back the source's rows may be the only ones that anybody reads. */
  async SETTLING(ground, move, { ask }) {
    const reason = await whyNotRemove(ground, move);
    if (reason) return settleAnew(ground, move, reason);
    await ask(await placeNow(ground, sourceOf(move)), 'remove');
    await goOn(ground, move, { state: 'DONE', reason: null });
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
const AGAIN_MS = 5_000;

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

/** From when the list is right again, gateways have as long as after the switch to leave the other one. */
async function settleAnew(ground: RegistryGround, move: HomeMove, reason: string): Promise<number> {
  await goOn(ground, move, { state: 'SETTLING', reason, changedAt: ground.now().toISOString() });
  return AGAIN_MS;
}

async function whyNotRemove(ground: RegistryGround, { home, source, target }: HomeMove) {
  const place = shardOf((await readHead(ground))?.state ?? NOTHING, home);
  if (place === target) return undefined;
  const named = place ? `"${place}"` : 'no shard';
  return `The list names ${named} for "${home}" instead of "${target}", so "${source}" keeps its rows until the list names "${target}" again (rollback --with-shards to the version of the switch).`;
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
