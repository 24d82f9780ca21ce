// The steps of a move as the registry asks shards for them: signed as the mover, one JSON object out, one in.
import { ACTOR_HEADER, type ActorKey, MOVER } from '../../../schema/actor-signature';
import { signAs } from '../../identity/sign-requests';
import { UNRECOGNIZED_STATUS } from '../../sharding/shard-fetch';
import type { PinnedPoster, Posted } from '../shards/pinned-poster';

/** Name and base address. */
export interface Place {
  name: string;
  url: string;
}

/** Throws StepRefused or StepUnanswered. */
export type AskStep = <Answer>(place: Place, step: string, given?: object) => Promise<Answer>;

/** The shard says no, with a sentence; asking again would come to the same. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';
}

/** Whether the step was taken is not known; each may be taken twice. */
export class StepUnanswered extends Error {
  override readonly name = 'StepUnanswered';
}

/** A large home takes its time to be summed up. */
const PATIENCE_MS = 120_000;

export function createStepAsker(
  poster: PinnedPoster,
  key: ActorKey,
  of: { home: string; move: string },
): AskStep {
  return async function askStep<Answer>({ name, url }: Place, step: string, given: object = {}) {
    const body = JSON.stringify({ step, ...of, ...given });
    const headers = { [ACTOR_HEADER]: signAs(MOVER, key, { audience: name, body, now: Date.now() }) };
    const posted = await poster.post({ url, path: '/moving', body, headers, patience: PATIENCE_MS });
    return readAnswer(posted, name, step) as Answer;
  };
}

function readAnswer(posted: Posted, shard: string, step: string): unknown {
  const unanswered = (why: string) =>
    new StepUnanswered(`The shard "${shard}" did not answer the step ${step} (${why}).`);
  if (posted.kind === 'silent') throw unanswered(posted.why);
  const { status, text } = posted;
  if (status === 404) throw new StepRefused(cannotMove(shard));
  if (status === UNRECOGNIZED_STATUS) throw new StepRefused(notTrusted(shard));
  const json = parse(text);
  if (status === 200 && json) return json;
  const said = (json as { errors?: { message?: unknown }[] } | undefined)?.errors?.[0]?.message;
  if (status === 409 && typeof said === 'string')
    throw new StepRefused(`The shard "${shard}" refuses the step ${step}: ${said.slice(0, 1_000)}`);
  throw unanswered(`status ${status}`);
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function cannotMove(shard: string): string {
  return `The shard "${shard}" takes no part in moves: start it with LIANXI_MOVER_KEYS=<registry>/.well-known/lianxi-keys. A server that has no /moving (schema/home-move.md) is served by hand: npm run home, and then shard publish.`;
}

function notTrusted(shard: string): string {
  return `The shard "${shard}" does not take the registry's signature: start it with LIANXI_MOVER_KEYS=<registry>/.well-known/lianxi-keys and LIANXI_SHARD=${shard}, and see that its clock is right.`;
}
