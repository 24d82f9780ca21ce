// One planning thread: started with its limits, asked one thing at a time, ended when an answer takes too long.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadRequest, ThreadSettings } from './planning-messages';

export interface Ended {
  kind: 'ended';
  why: 'time' | 'memory' | 'fault';
  words: string;
}

export interface Thread {
  /** What it has built. */
  graphs: Set<number>;
  /** One at a time. */
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
  worker.on('message', (answer: ThreadAnswer) => settle?.(answer));
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
      const timer = setTimeout(giveUp, budgetMs);
      settle = (answer) => {
        clearTimeout(timer);
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
