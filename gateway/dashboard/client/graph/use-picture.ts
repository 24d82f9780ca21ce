// One live picture for each question and its variables, whoever looks at it.
import { useEffect, useMemo } from 'preact/hooks';
import { createWatchable, useWatched } from '../state/watchable';
import type { Homes, MissingHome } from './ask-graph';
import type { Operation } from './operation';
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

export const outlook = createWatchable<Outlook>({
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
  const key = `${operation.name}:${JSON.stringify(variables)}`;
  const picture = useMemo(() => pictureOf(key, operation, variables), [key]);
  useEffect(() => picture.look(), [picture]);
  return useWatched(picture.seen);
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

export function refreshAll(): void {
  for (const picture of lookedAt()) picture.refresh();
}

function survey(): void {
  const seen = lookedAt().map((picture) => picture.seen.get());
  const ages = seen.flatMap(({ answer }) => (answer ? [answer.receivedAt] : []));
  const tried = seen.filter(({ state }) => state !== 'LOADING');
  const homes = seen.flatMap(({ answer }) => answer?.homes ?? []);
  outlook.set({
    reachable: tried.length === 0 ? null : !tried.some(({ fault }) => fault?.kind === 'UNREACHABLE'),
    oldest: ages.length ? Math.min(...ages) : null,
    newest: ages.length ? Math.max(...ages) : null,
    asked: Math.max(0, ...homes.map(({ asked }) => asked)),
    missing: allMissing(homes),
  });
}

/** What was looked at before says nothing of now. */
function lookedAt(): LivePicture<unknown>[] {
  return [...pictures.values()].filter((picture) => picture.isLookedAt());
}

function allMissing(homes: Homes[]): MissingHome[] {
  const byHome = new Map(homes.flatMap(({ missing }) => missing.map((it) => [it.home, it] as const)));
  return [...byHome.values()].sort((a, b) => (a.home < b.home ? -1 : 1));
}
