// One live picture for each question and its variables, whoever looks at it.
import { useContext, useEffect, useMemo } from 'preact/hooks';
import { createWatchable, useWatched } from '../state/watchable';
import { type GraphAnswer, GraphFault, type Homes, type MissingHome } from './ask-graph';
import { FrozenAnswers } from './frozen-answers';
import { type Operation, questionKey } from './operation';
import { createPicture, type LivePicture, type Picture } from './picture';

const MOST_PICTURES = 120;
const pictures = new Map<string, LivePicture<unknown>>();

/** What all pictures together say about the gateway and the organizations behind it. */
export interface Outlook {
  /** Null while nothing has been tried. */
  reachable: boolean | null;
  oldest: number | null;
  newest: number | null;
  asked: number;
  missing: readonly MissingHome[];
}

const outlook = createWatchable<Outlook>({
  reachable: null,
  oldest: null,
  newest: null,
  asked: 0,
  missing: [],
});

export function usePicture<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Partial<Variables> = {},
): Picture<Data> {
  const key = questionKey(operation, variables);
  const frozen = useContext(FrozenAnswers);
  const picture = useMemo(() => pictureOf(key, operation, variables), [key]);
  useEffect(() => (frozen ? undefined : picture.look()), [picture, frozen]);
  const seen = useWatched(picture.seen);
  return frozen ? frozenPicture(frozen[key] as GraphAnswer<Data> | undefined) : seen;
}

const NOT_FROZEN = new GraphFault('NOT_FROZEN', 'not in the frozen paper');

function frozenPicture<Data>(answer: GraphAnswer<Data> | undefined): Picture<Data> {
  return answer
    ? { state: 'FRESH', answer, fault: null }
    : { state: 'FAILED', answer: null, fault: NOT_FROZEN };
}

/** What all questions together say of now, or of the moment at which the opened paper was frozen. */
export function useOutlook(): Outlook {
  const frozen = useContext(FrozenAnswers);
  const now = useWatched(outlook);
  return useMemo(() => (frozen ? outlookOf(Object.values(frozen), true) : now), [frozen, now]);
}

/** The questions that somebody looks at, and what they were last answered; settled when each was tried since the given moment. */
export function answersNow(since = 0): { answers: Record<string, GraphAnswer<unknown>>; isSettled: boolean } {
  const seen = [...pictures].filter(([, picture]) => picture.isLookedAt());
  return {
    answers: Object.fromEntries(
      seen.flatMap(([key, picture]) => {
        const { answer } = picture.seen.get();
        return answer ? [[key, answer]] : [];
      }),
    ),
    isSettled: seen.length > 0 && seen.every(([, picture]) => wasTried(picture.seen.get(), since)),
  };
}

function pictureOf<Data, Variables>(
  key: string,
  operation: Operation<Data, Variables>,
  variables: Partial<Variables>,
): LivePicture<Data> {
  const known = pictures.get(key) as LivePicture<Data> | undefined;
  if (known) return known;
  const made = createPicture(operation, variables);
  made.seen.watch(survey);
  if (pictures.size >= MOST_PICTURES) pictures.delete(pictures.keys().next().value!);
  pictures.set(key, made as LivePicture<unknown>);
  return made;
}

function wasTried({ state, answer, fault, isGathering }: Picture<unknown>, since: number): boolean {
  if (isGathering) return false;
  return state === 'FRESH' ? answer!.receivedAt >= since : fault !== null;
}

export function refreshAll(): void {
  for (const picture of lookedAt()) picture.refresh();
}

function survey(): void {
  const seen = lookedAt().map((picture) => picture.seen.get());
  const tried = seen.filter(({ state }) => state !== 'LOADING');
  const reachable = tried.length === 0 ? null : !tried.some(({ fault }) => fault?.kind === 'UNREACHABLE');
  outlook.set(
    outlookOf(
      seen.flatMap(({ answer }) => answer ?? []),
      reachable,
    ),
  );
}

export function outlookOf(answers: GraphAnswer<unknown>[], reachable: boolean | null): Outlook {
  const ages = answers.map(({ receivedAt }) => receivedAt);
  const homes = answers.flatMap((answer) => answer.homes ?? []);
  return {
    reachable,
    oldest: ages.length ? Math.min(...ages) : null,
    newest: ages.length ? Math.max(...ages) : null,
    asked: Math.max(0, ...homes.map(({ asked }) => asked)),
    missing: allMissing(homes),
  };
}

/** What was looked at before says nothing of now. */
function lookedAt(): LivePicture<unknown>[] {
  return [...pictures.values()].filter((picture) => picture.isLookedAt());
}

function allMissing(homes: Homes[]): MissingHome[] {
  const byHome = new Map(homes.flatMap(({ missing }) => missing.map((it) => [it.home, it] as const)));
  return [...byHome.values()].sort((a, b) => (a.home < b.home ? -1 : 1));
}
