// The picture of one question: asked again and again while somebody looks, and never lost while the gateway is away.
import { createWatchable, type Watchable } from '../state/watchable';
import { askAllPages, type GraphAnswer, GraphFault } from './ask-graph';
import { keepAnswer, recallAnswer } from './keep-answers';
import { type Operation, questionKey } from './operation';

/** LOADING: nothing yet. FRESH: the last try succeeded. STALE: it failed, an older answer is shown. FAILED: nothing to show. */
export interface Picture<Data> {
  state: 'LOADING' | 'FRESH' | 'STALE' | 'FAILED';
  answer: GraphAnswer<Data> | null;
  fault: GraphFault | null;
  /** Further pages of its lists are on their way. */
  isGathering?: boolean;
}

export interface LivePicture<Data> {
  seen: Watchable<Picture<Data>>;
  /** Asks while anybody looks; call what is returned to look away. */
  look(): () => void;
  isLookedAt(): boolean;
  refresh(): void;
}

const EVERY_MS = 15_000;
const SLOWEST_MS = 60_000;
const FIRST_RETRY_MS = 1_000;

export function createPicture<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Partial<Variables>,
): LivePicture<Data> {
  const key = questionKey(operation, variables);
  const seen = createWatchable<Picture<Data>>({ state: 'LOADING', answer: null, fault: null });
  let lookers = 0;
  let failures = 0;
  let asking = false;
  let timer: number | undefined;

  void recallAnswer<Data>(key).then((answer) => {
    if (answer && !seen.get().answer) seen.set({ state: 'STALE', answer, fault: seen.get().fault });
  });

  async function ask(): Promise<void> {
    if (asking) return;
    asking = true;
    window.clearTimeout(timer);
    try {
      const answer = await askAllPages(operation, variables, (first) => showMeanwhile(seen, first));
      failures = 0;
      seen.set({ state: 'FRESH', answer, fault: null });
      void keepAnswer(key, answer);
    } catch (error) {
      failures += 1;
      const { answer } = seen.get();
      seen.set({ state: answer ? 'STALE' : 'FAILED', answer, fault: faultOf(error) });
    }
    asking = false;
    plan();
  }

  /** Nobody looks at a hidden page, so it asks nothing; it asks at once when it is shown again. */
  function plan(): void {
    window.clearTimeout(timer);
    if (lookers > 0 && !document.hidden) timer = window.setTimeout(() => void ask(), nextWait(failures));
  }

  function wake(): void {
    if (document.hidden) window.clearTimeout(timer);
    else if (lookers > 0) void ask();
  }

  return {
    seen,
    refresh: () => void ask(),
    isLookedAt: () => lookers > 0,
    look: () => {
      lookers += 1;
      if (lookers === 1) {
        document.addEventListener('visibilitychange', wake);
        window.addEventListener('online', wake);
        void ask();
      }
      return () => {
        lookers -= 1;
        if (lookers > 0) return;
        document.removeEventListener('visibilitychange', wake);
        window.removeEventListener('online', wake);
        window.clearTimeout(timer);
      };
    },
  };
}

/** The first page is better than nothing, but not than the whole list of a moment ago. */
function showMeanwhile<Data>(seen: Watchable<Picture<Data>>, answer: GraphAnswer<Data>): void {
  if (!seen.get().answer) seen.set({ state: 'FRESH', answer, fault: null, isGathering: true });
}

/** Spread by a fifth, so that many screens do not ask at the same moment. */
function nextWait(failures: number): number {
  const wait = failures === 0 ? EVERY_MS : Math.min(SLOWEST_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 6));
  return wait * (0.8 + Math.random() * 0.4);
}

function faultOf(error: unknown): GraphFault {
  return error instanceof GraphFault ? error : new GraphFault('REFUSED', (error as Error).message);
}
