// One planning thread: started with its limits, asked one thing at a time, ended when an answer takes too long.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadNote, ThreadRequest, ThreadSettings } from './planning-messages';
import { startWork } from './thread-work';

export interface Ended {
  kind: 'ended';
  why: 'time' | 'memory' | 'fault';
  words: string;
}

export interface Thread {
  /** What it has built. */
  graphs: Set<number>;
  /** One at a time. `budgetMs`: of work, not counting what the thread waited for a core. */
  ask(request: ThreadRequest, budgetMs: number): Promise<ThreadAnswer | Ended>;
  forget(graph: number): void;
  hasEnded(): boolean;
  end(): Promise<void>;
}

export interface ThreadOptions extends ThreadSettings {
  /** Heap, in MiB. */
  memoryMb: number;
}

const YOUNG_MB = 16;
/** On a machine that is busy with other things a document may wait this many times its budget, and is given up then. */
const PATIENCE = 10;
/** Milliseconds; a look at how long the thread has worked is not exact to less. */
const NEXT_LOOK = 10;

export function startThread({ memoryMb, ...settings }: ThreadOptions): Thread {
  const extension = path.extname(__filename);
  const worker = new Worker(path.join(__dirname, `planning-thread${extension}`), {
    workerData: { bounds: settings.bounds, introspection: settings.introspection } satisfies ThreadSettings,
    execArgv: extension === '.ts' ? ['-r', require.resolve('@swc-node/register')] : [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const graphs = new Set<number>();
  let settle: ((answer: ThreadAnswer | Ended) => void) | undefined;
  let ended: Ended | undefined;
  let fault = 'The planning thread ended by itself.';
  let why: Ended['why'] = 'fault';
  let task: string | undefined;
  worker.on('message', (message: ThreadAnswer | ThreadNote) => {
    if (message.kind === 'started') task = message.task;
    else settle?.(message);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') why = 'memory';
    fault = `${error.name}: ${error.message}`.slice(0, 500);
  });
  worker.on('exit', () => {
    ended = { kind: 'ended', why, words: fault };
    settle?.(ended);
  });
  return { graphs, ask, forget, hasEnded: () => ended !== undefined, end };

  function ask(request: ThreadRequest, budgetMs: number): Promise<ThreadAnswer | Ended> {
    if (ended) return Promise.resolve(ended);
    return new Promise((resolve) => {
      const stopWatch = watchBudget(budgetMs, startWork(task), giveUp);
      settle = (answer) => {
        stopWatch();
        settle = undefined;
        resolve(answer);
      };
      worker.postMessage(request);
    });
  }

  async function end(): Promise<void> {
    await worker.terminate();
  }

  function giveUp(): void {
    why = 'time';
    fault = 'A document ran past its budget of time.';
    void worker.terminate();
  }

  function forget(graph: number): void {
    graphs.delete(graph);
    worker.postMessage({ ask: 'drop', graph } satisfies ThreadRequest);
  }
}

/** What is answered ends the watch. */
function watchBudget(budgetMs: number, work: () => number, onExceeded: () => void): () => void {
  const until = performance.now() + budgetMs * PATIENCE;
  let timer = setTimeout(look, budgetMs);
  return () => clearTimeout(timer);

  function look(): void {
    const left = budgetMs - work();
    if (left <= 0 || performance.now() >= until) onExceeded();
    else timer = setTimeout(look, Math.max(left, NEXT_LOOK));
  }
}
