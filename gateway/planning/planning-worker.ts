// The planning thread as seen from the serving one: a bounded line of requests, a budget for each, and a new thread past it.
import type { AccessTable } from '../access/access-table';
import { createJobLine } from './job-line';
import type {
  FaultAnswer,
  GraphText,
  LoadAnswer,
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
  ReadAnswer | { kind: 'exceeded' } | { kind: 'overloaded' } | { kind: 'abandoned' } | FaultAnswer;

export interface GraphSource extends GraphText {
  readonly id: number;
}

export interface PlanningWorker {
  /** Builds a graph in the thread; `since` is one that it is compared with. Rejects when it cannot be built. */
  load(source: GraphSource, asked: LoadOrder): Promise<LoadAnswer>;
  /** Of a supergraph as it was published. Rejects with a sentence when its rules are not understood. */
  readRules(sdl: string): Promise<AccessTable>;
  /** Never rejects. A graph that the thread does not have is built first, outside of the document's budget. */
  read(source: GraphSource, asked: ReadingOrder, signal?: AbortSignal): Promise<WorkerAnswer>;
  /** Forgets a graph once what waits now is answered. If it is asked once more, it is built for that request only. */
  retire(source: GraphSource): void;
  waiting(): number;
  stop(): Promise<void>;
}

export interface LoadOrder {
  describe: boolean;
  since?: GraphSource;
}

export type ReadingOrder = Pick<ReadRequest, 'text' | 'operationName'>;

/** Building a graph is our own doing and takes a second or two at most. */
const LOAD_BUDGET_MS = 60_000;

interface Job {
  /** Absent from what is asked of no graph. */
  source: GraphSource | undefined;
  request: ThreadRequest;
}

export function createPlanningWorker(options: PlanningWorkerOptions): PlanningWorker {
  const retired = new WeakSet<GraphSource>();
  const line = createJobLine<Job, JobAnswer>(performJob, { kind: 'abandoned' });
  let thread: Thread | undefined;
  let stopped = false;
  return {
    async load(source, order) {
      const answer = await line.add({ source, request: toLoad(source, order) });
      if (answer.kind === 'loaded') return answer;
      throw new Error(answer.kind === 'fault' ? answer.words : `A graph could not be built: ${answer.kind}.`);
    },
    async readRules(sdl) {
      const answer = await line.add({ source: undefined, request: { ask: 'rules', sdl } });
      if (answer.kind === 'rules') return answer.table;
      throw new Error(answer.kind === 'fault' ? answer.words : `Rules could not be read: ${answer.kind}.`);
    },
    async read(source, asked, signal) {
      if (line.waiting() >= options.queue) return { kind: 'overloaded' };
      const answer = await line.add({ source, request: { ask: 'read', graph: source.id, ...asked } }, signal);
      return answer.kind === 'loaded' || answer.kind === 'rules'
        ? fault('An answer to another request came.')
        : answer;
    },
    retire(source) {
      retired.add(source);
      void line.add({ source, request: { ask: 'drop', graph: source.id } });
    },
    waiting: () => line.waiting(),
    async stop() {
      stopped = true;
      line.clear();
      await thread?.end();
    },
  };

  async function performJob({ source, request }: Job): Promise<JobAnswer> {
    const answer = await perform(source, request);
    if (source && retired.has(source)) thread?.forget(source.id);
    return answer;
  }

  async function perform(source: GraphSource | undefined, request: ThreadRequest): Promise<JobAnswer> {
    if (stopped || request.ask === 'drop') return { kind: 'abandoned' };
    if (!thread || thread.hasEnded()) thread = startThread(options);
    if (!source || request.ask === 'load' || thread.graphs.has(source.id)) return ask(source, request);
    const loaded = await ask(source, toLoad(source, { describe: false }));
    if (loaded.kind === 'loaded') return ask(source, request);
    return loaded.kind === 'exceeded' ? fault('A graph is too large for the thread.') : loaded;
  }

  async function ask(source: GraphSource | undefined, request: ThreadRequest): Promise<JobAnswer> {
    const asked = thread!;
    const answer = await asked.ask(request, request.ask === 'read' ? options.budgetMs : LOAD_BUDGET_MS);
    if (answer.kind === 'loaded') asked.graphs.add(source!.id);
    if (answer.kind !== 'ended') return answer;
    thread = undefined;
    if (stopped) return { kind: 'abandoned' };
    options.onReplaced(answer.why, answer.words);
    // The next who comes with an unknown document need not wait for a thread to start.
    if (source && request.ask === 'read')
      line.addFirst({ source, request: toLoad(source, { describe: false }) });
    return answer.why === 'fault' ? fault(answer.words) : { kind: 'exceeded' };
  }
}

function toLoad({ id, kind, sdl }: GraphSource, { describe, since }: LoadOrder): LoadRequest {
  return { ask: 'load', graph: id, kind, sdl, describe, since: since?.id };
}

function fault(words: string): FaultAnswer {
  return { kind: 'fault', words };
}
