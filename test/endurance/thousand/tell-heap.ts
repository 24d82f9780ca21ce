// Answers the word `heap` with what lives in this process's heap after a full collection, in bytes.
import { setImmediate as breathe } from 'node:timers/promises';

export interface HeapReport {
  heap: number;
  /** Of the whole process, its other threads included. */
  resident: number;
}

export function tellHeap(): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', (word) => {
    if (word === 'heap') void measure().then((report) => process.send!(report));
  });
}

/** Finalizers run between collections. */
async function measure(): Promise<HeapReport> {
  for (let i = 0; i < 3; i++) {
    global.gc!();
    await breathe();
  }
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, resident: rss };
}
