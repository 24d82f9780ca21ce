// The thread that composes and checks, so that the one that serves goes on meanwhile.
import { parentPort } from 'node:worker_threads';
import type { CheckInput } from '../check/check-input';
import { type CheckResult, checkPublication } from '../check/check-publication';

export type CheckAnswer = { kind: 'checked'; result: CheckResult } | { kind: 'fault'; words: string };

parentPort?.on('message', (input: CheckInput) => parentPort!.postMessage(answer(input)));

function answer(input: CheckInput): CheckAnswer {
  try {
    return { kind: 'checked', result: checkPublication(input) };
  } catch (error) {
    const { name, message, stack } = error as Error;
    return { kind: 'fault', words: `${name}: ${message}`.slice(0, 500) + (stack?.split('\n')[1] ?? '') };
  }
}
