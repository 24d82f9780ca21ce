// The planning thread as seen from the serving one: a bounded line of requests, a budget for each, and a new thread past it.
import type {
  GraphDescription,
  GraphText,
  LoadRequest,
  ReadAnswer,
  ReadRequest,
  ThreadAnswer,
  ThreadRequest,
  ThreadSettings,
} from './planning-messages';
import { type Ended, type Thread, startThread } from './start-thread';

export interface PlanningWorkerOptions extends ThreadSettings {
  /** For one document, in milliseconds. */
  budgetMs: number;
  /** Heap of the thread, in MiB. */
  memoryMb: number;
  /** Documents that may wait. */
  queue: number;
  /** Told in words when a thread is replaced. */
  onReplaced(why: Ended['why'], words: string): void;
}

type JobAnswer = ThreadAnswer | { kind: 'exceeded' } | { kind: 'abandoned' };

/** `exceeded`: time or memory; `overloaded`: the line was full; `abandoned`: the caller left; `fault`: ours. */
export type WorkerAnswer =
  | ReadAnswer
  | { kind: 'exceeded' }
  | { kind: 'overloaded' }
  | { kind: 'abandoned' }
  | { kind: 'fault'; words: string };

export interface GraphSource extends GraphText {
  readonly id: number;
}

export interface PlanningWorker {
  /** Builds a graph in the thread. Rejects when it cannot be built. */
  load(source: GraphSource, describe: boolean): Promise<GraphDescription | undefined>;
  /** Never rejects. A graph that the thread does not have is built first, outside of the document's budget. */
  read(source: GraphSource, asked: ReadingOrder, signal?: AbortSignal): Promise<WorkerAnswer>;
  /** Forgets a graph once what waits now is answered. If it is asked once more, it is built for that request only. */
  retire(source: GraphSource): void;
  waiting(): number;
  stop(): Promise<void>;
}

export type ReadingOrder = Pick<ReadRequest, 'text' | 'operationName'>;

/** Building a graph is our own doing and takes a second or two at most. */
const LOAD_BUDGET_MS = 60_000;

interface Job {
  source: GraphSource;
  request: ThreadRequest;
  budgetMs: number;
  settle(answer: JobAnswer): void;
}

export function createPlanningWorker(options: PlanningWorkerOptions): PlanningWorker {
  const retired = new WeakSet<GraphSource>();
  const line: Job[] = [];
  let thread: Thread | undefined;
  let busy = false;
  let stopped = false;
  return { load, read, retire, waiting: () => line.length, stop };

  async function load(source: GraphSource, describe: boolean) {
    const answer = await enqueue(source, toLoad(source, describe), LOAD_BUDGET_MS);
    if (answer.kind === 'loaded') return answer.description;
    throw new Error(answer.kind === 'fault' ? answer.words : `A graph could not be built: ${answer.kind}.`);
  }

  async function read(source: GraphSource, asked: ReadingOrder, signal?: AbortSignal): Promise<WorkerAnswer> {
    if (line.length >= options.queue) return { kind: 'overloaded' };
    const request: ReadRequest = { ask: 'read', graph: source.id, ...asked };
    const answer = await enqueue(source, request, options.budgetMs, signal);
    return answer.kind === 'loaded' ? { kind: 'fault', words: 'An answer to another request came.' } : answer;
  }

  function retire(source: GraphSource): void {
    retired.add(source);
    void enqueue(source, { ask: 'drop', graph: source.id }, 0);
  }

  function enqueue(source: GraphSource, request: ThreadRequest, budgetMs: number, signal?: AbortSignal) {
    return new Promise<JobAnswer>((resolve) => {
      const job: Job = { source, request, budgetMs, settle };
      signal?.addEventListener('abort', leave);
      line.push(job);
      void workOff();

      function settle(answer: JobAnswer): void {
        signal?.removeEventListener('abort', leave);
        resolve(answer);
      }

      /** What is under way is finished: its answer is of use to the next who asks. */
      function leave(): void {
        const place = line.indexOf(job);
        if (place < 0) return;
        line.splice(place, 1);
        settle({ kind: 'abandoned' });
      }
    });
  }

  async function workOff(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let job = line.shift(); job; job = line.shift()) {
      job.settle(await perform(job));
      if (retired.has(job.source)) thread?.forget(job.source.id);
    }
    busy = false;
  }

  async function perform({ source, request, budgetMs }: Job): Promise<JobAnswer> {
    if (stopped || request.ask === 'drop') return { kind: 'abandoned' };
    if (!thread || thread.hasEnded()) thread = startThread(options);
    if (request.ask === 'read' && !thread.graphs.has(source.id)) {
      const loaded = await ask(source, toLoad(source, false), LOAD_BUDGET_MS);
      if (loaded.kind === 'exceeded') return { kind: 'fault', words: 'A graph is too large for the thread.' };
      if (loaded.kind !== 'loaded') return loaded;
    }
    return ask(source, request, budgetMs);
  }

  async function ask(source: GraphSource, request: ThreadRequest, budgetMs: number): Promise<JobAnswer> {
    const asked = thread!;
    const answer = await asked.ask(request, budgetMs);
    if (answer.kind === 'loaded') asked.graphs.add(source.id);
    if (answer.kind !== 'ended') return answer;
    thread = undefined;
    if (stopped) return { kind: 'abandoned' };
    options.onReplaced(answer.why, answer.words);
    if (request.ask === 'read') prepareAnother(source);
    return answer.why === 'fault' ? { kind: 'fault', words: answer.words } : { kind: 'exceeded' };
  }

  /** The next who comes with an unknown document need not wait for a thread to start. */
  function prepareAnother(source: GraphSource): void {
    const request = toLoad(source, false);
    line.unshift({ source, request, budgetMs: LOAD_BUDGET_MS, settle: () => undefined });
  }

  async function stop(): Promise<void> {
    stopped = true;
    for (const job of line.splice(0)) job.settle({ kind: 'abandoned' });
    await thread?.end();
  }
}

function toLoad({ id, kind, sdl }: GraphSource, describe: boolean): LoadRequest {
  return { ask: 'load', graph: id, kind, sdl, describe };
}
