// The thread that composes and checks, so that the one that serves goes on meanwhile.
import { parentPort } from 'node:worker_threads';
import type { CheckInput } from '../check/check-input';
import { type CheckResult, checkPublication } from '../check/check-publication';
import type { GraphCandidate } from '../../supergraph/graph-artifact';

export interface CheckRequest {
  input: CheckInput;
  /** Whether to tell what is composed before the answer. */
  offers: boolean;
}

export type CheckOffer = { kind: 'candidate'; candidate: GraphCandidate };
export type CheckAnswer = { kind: 'checked'; result: CheckResult } | { kind: 'fault'; words: string };

parentPort?.on('message', (request: CheckRequest) => parentPort!.postMessage(answer(request)));

function answer({ input, offers }: CheckRequest): CheckAnswer {
  try {
    return { kind: 'checked', result: checkPublication(input, offers ? offer : undefined) };
  } catch (error) {
    const { name, message, stack } = error as Error;
    return { kind: 'fault', words: `${name}: ${message}`.slice(0, 500) + (stack?.split('\n')[1] ?? '') };
  }
}

function offer(candidate: GraphCandidate): void {
  parentPort!.postMessage({ kind: 'candidate', candidate } satisfies CheckOffer);
}
