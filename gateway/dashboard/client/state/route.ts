// Which view is open: what stands behind `#/`.
import { createWatchable, useWatched } from './watchable';

const route = createWatchable(read());
window.addEventListener('hashchange', () => route.set(read()));

function read(): string {
  return decodeURIComponent(window.location.hash.replace(/^#\/?/, '')).split('?')[0]!;
}

/** Empty for the overview. */
export function useRoute(): string {
  return useWatched(route);
}

export function goTo(path: string): void {
  window.location.hash = `#/${path}`;
}
