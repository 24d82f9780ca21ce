// Whether a newer dashboard is served than the one that runs.
import { createWatchable } from '../state/watchable';

export const newerVersion = createWatchable(false);

const EVERY_MS = 300_000;

/** `entry` is the address of the running script; its name bears the hash of the build. */
export function watchVersion(entry: string): void {
  window.setInterval(() => void look(entry), EVERY_MS);
}

async function look(entry: string): Promise<void> {
  try {
    const response = await fetch('/dashboard/version.json', { cache: 'no-store' });
    if (!response.ok) return;
    const newest = (await response.json()) as { entry: string };
    if (new URL(entry).pathname.endsWith(newest.entry)) return;
    newerVersion.set(true);
    if (document.hidden) window.location.reload(); // nobody is reading
  } catch {
    // The gateway is away; the next look will tell.
  }
}
