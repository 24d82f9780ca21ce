// Drives one move until it is over: step by step, and again, later and later, when a shard did not answer.
import { setTimeout as pause } from 'node:timers/promises';
import type { ActorKey } from '../../../schema/actor-signature';
import type { HomeMove, MoveState } from '../domain/home-move';
import { createPinnedPoster } from '../shards/pinned-poster';
import { readHead, readSettings, type RegistryGround } from '../verbs/registry-ground';
import { createStepAsker, StepUnanswered } from './shard-steps';
import { goOn, takeStep } from './take-step';

export interface DriveTerms {
  /** By which shards know the registry. */
  key: ActorKey;
  /** How long a source keeps its rows for requests under an older list, in milliseconds. */
  settleMs: number;
  signal: AbortSignal;
}

/** A home that is not changed anywhere cannot wait for long. */
const MOST_FAILURES = 5;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Never rejects. */
export async function driveMove(ground: RegistryGround, id: string, terms: DriveTerms): Promise<void> {
  const { signal } = terms;
  for (let failures = 0; !signal.aborted;) {
    const wait = await attempt(ground, id, { ...terms, failures });
    if (wait === undefined) return;
    const ms = wait === 'failed' ? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) : wait;
    failures = wait === 'failed' ? failures + 1 : 0;
    if (ms > 0) await pause(ms, undefined, { signal }).catch(() => undefined);
  }
}

/** Milliseconds until there is something to be done, or `failed`; undefined when the move is over. */
type Attempted = number | 'failed' | undefined;

interface Attempt extends DriveTerms {
  /** In a row, before this one. */
  failures: number;
}

async function attempt(ground: RegistryGround, id: string, terms: Attempt): Promise<Attempted> {
  try {
    const move = await ground.store.read.move(id);
    return move ? await step(ground, move, terms) : undefined;
  } catch (error) {
    const { name, message } = error as Error;
    if (!terms.signal.aborted)
      ground.log.error({ move: id, fault: name, why: message }, 'a step of a move failed');
    return 'failed';
  }
}

async function step(
  ground: RegistryGround,
  move: HomeMove,
  { key, settleMs, signal, failures }: Attempt,
): Promise<Attempted> {
  const poster = createPinnedPoster((await readSettings(ground)).networks);
  const close = () => void poster.close();
  signal.addEventListener('abort', close);
  const ask = createStepAsker(poster, key, { home: move.home, move: move.id });
  try {
    return await takeStep(ground, move, { ask, settleMs });
  } catch (error) {
    if (!(error instanceof StepUnanswered) || signal.aborted) throw error;
    return await unanswered(ground, move, { reason: error.message, failures });
  } finally {
    signal.removeEventListener('abort', close);
    await poster.close();
  }
}

async function unanswered(
  ground: RegistryGround,
  move: HomeMove,
  { reason, failures }: { reason: string; failures: number },
): Promise<Attempted> {
  const next = failures + 1 < MOST_FAILURES ? move.state : await afterSilence(ground, move);
  await goOn(ground, move, { state: next, reason });
  return next === move.state ? 'failed' : 0;
}

/** A source that was retired may be gone for good, with its rows. */
async function afterSilence(ground: RegistryGround, { state, source }: HomeMove): Promise<MoveState> {
  if (state === 'COPYING') return 'ABORTING';
  const shards = (await readHead(ground))?.state.shards ?? [];
  return state === 'SETTLING' && !shards.some(({ name }) => name === source) ? 'DONE' : state;
}
