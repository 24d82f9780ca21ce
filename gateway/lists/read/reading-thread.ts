// The thread that reads one file: what people or attackers send holds nobody else up while it is unpacked and parsed.
import { parentPort, workerData } from 'node:worker_threads';
import { FileFault, type Sheet } from '../grid';
import { readFile } from './read-file';
import type { ReadPart } from './read-in-thread';

/** So few that taking them over is a matter of milliseconds. */
const ROWS_AT_ONCE = 100;

const parts = partsOf(workerData as Uint8Array);
// One at a time, as they are asked for, so that the asking thread does other things in between.
parentPort!.on('message', async () => {
  const { value } = await parts.next();
  parentPort!.postMessage(value);
});

async function* partsOf(bytes: Uint8Array): AsyncGenerator<ReadPart> {
  try {
    for (const sheet of await readFile(Buffer.from(bytes))) yield* portionsOf(sheet);
    yield { kind: 'end' };
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    yield { kind: 'refused', sentence: fault.sentence };
  }
}

function* portionsOf({ name, rows }: Sheet): Generator<ReadPart> {
  yield { kind: 'sheet', name };
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    yield { kind: 'rows', rows: rows.slice(at, at + ROWS_AT_ONCE) };
}
