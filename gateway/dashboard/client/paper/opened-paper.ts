// Which frozen paper is open, if any: the whole page then shows it instead of the graph as it is now.
import { createWatchable, useWatched } from '../state/watchable';
import type { FrozenPaper } from './frozen-paper';

const opened = createWatchable<FrozenPaper | null>(null);

export function useOpenedPaper(): FrozenPaper | null {
  return useWatched(opened);
}

export function openPaper(paper: FrozenPaper): void {
  opened.set(paper);
}

export function closePaper(): void {
  opened.set(null);
}
