// The checking thread as seen from the serving one: one check after the other, each within a budget of time and memory.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { createJobLine } from '../../planning/job-line';
import type { CheckInput } from '../check/check-input';
import type { CheckResult, Offer } from '../check/check-publication';
import { verdictOf } from '../verdict';
import type { CheckAnswer, CheckOffer, CheckRequest } from './check-thread';

export interface CheckerOptions {
  /** For one check, in milliseconds. */
  budgetMs: number;
  /** Heap of the thread, in MiB. */
  memoryMb: number;
}

export interface Checker {
  /** Rejects for a fault of ours only. */
  check(input: CheckInput, offer?: Offer): Promise<CheckResult>;
  stop(): Promise<void>;
}

type Outcome = CheckAnswer | { kind: 'exceeded' } | { kind: 'stopped' };

export function createChecker({ budgetMs, memoryMb }: CheckerOptions): Checker {
  const line = createJobLine<Job, Outcome>(perform, { kind: 'stopped' });
  let worker: Worker | undefined = startWorker(memoryMb);
  let stopped = false;
  return {
    async check(input, offer) {
      const outcome = await line.add({ input, offer });
      if (outcome.kind === 'checked') return outcome.result;
      if (outcome.kind === 'exceeded') return { verdict: TOO_HEAVY };
      throw new Error(outcome.kind === 'fault' ? `A check failed: ${outcome.words}` : 'The registry stops.');
    },
    async stop() {
      stopped = true;
      line.clear();
      await worker?.terminate();
    },
  };

  async function perform(job: Job): Promise<Outcome> {
    if (stopped) return { kind: 'stopped' };
    const used = (worker ??= startWorker(memoryMb));
    const outcome = await ask(used, job, budgetMs);
    if (outcome.kind === 'exceeded' || outcome.kind === 'stopped') {
      worker = undefined;
      await used.terminate();
    }
    return outcome;
  }
}

interface Job {
  input: CheckInput;
  offer: Offer | undefined;
}

function ask(worker: Worker, { input, offer }: Job, budgetMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(settle, budgetMs, { kind: 'exceeded' });
    const onMessage = (answer: CheckAnswer | CheckOffer) =>
      answer.kind === 'candidate' ? offer?.(answer.candidate) : settle(answer);
    const onError = ({ code, name, message }: NodeJS.ErrnoException) =>
      settle(
        code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { kind: 'exceeded' }
          : { kind: 'fault', words: `${name}: ${message}` },
      );
    const onExit = () => settle({ kind: 'stopped' });
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage({ input, offers: offer !== undefined } satisfies CheckRequest);

    function settle(outcome: Outcome): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(outcome);
    }
  });
}

/** Nearly all that a check makes is forgotten at its end; where it is young until then, nobody has to carry it over. */
const YOUNG_MB = 192;

function startWorker(memoryMb: number): Worker {
  const extension = path.extname(__filename);
  const worker = new Worker(path.join(__dirname, `check-thread${extension}`), {
    execArgv: extension === '.ts' ? ['-r', require.resolve('@swc-node/register')] : [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // Without a listener of its own an error between two checks would end the process.
  return worker.on('error', () => undefined);
}

const TOO_HEAVY = verdictOf([
  {
    rule: 'TOO_HEAVY',
    severity: 'ERROR',
    sentence: {
      zh: '合成和检查这个子图超出了时间或内存的限度。',
      en: 'Composing and checking this subgraph took more time or memory than is allowed.',
    },
    suggestion: {
      zh: '请减少类型、联合类型和 @key 的组合，或拆成几个子图。',
      en: 'Use fewer types, unions and combinations of @key, or split it into several subgraphs.',
    },
  },
]);
