// Drives the moves that are under way, each by itself: from the start of the program on, and whenever it is woken.
import type { RegistryGround } from '../verbs/registry-ground';
import { driveMove, type DriveTerms } from './drive-move';

export interface Mover {
  /** Looks for moves that nobody drives here. */
  wake(): void;
  /** What is stored goes on with the next start. */
  stop(): Promise<void>;
}

export function createMover(ground: RegistryGround, terms: Omit<DriveTerms, 'signal'>): Mover {
  const driven = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const { signal } = stopping;
  let waking: Promise<void> = Promise.resolve();
  return {
    wake() {
      waking = waking
        .then(startAll)
        .catch((error: Error) => ground.log.error({ fault: error.name }, 'the moves cannot be read'));
    },
    async stop() {
      stopping.abort();
      await waking;
      await Promise.all(driven.values());
    },
  };

  async function startAll(): Promise<void> {
    if (signal.aborted) return;
    for (const { id } of await ground.store.read.openMoves()) {
      if (driven.has(id)) continue;
      const drive = driveMove(ground, id, { ...terms, signal }).finally(() => driven.delete(id));
      driven.set(id, drive);
    }
  }
}
