// Reads a file in a thread of its own, under bounds of time and memory.
import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Sentence } from '../../../schema/codes';
import { FileFault, type GridRow, type Sheet } from '../grid';

/** What the thread says of a file, bit by bit. */
export type ReadPart =
  | { kind: 'sheet'; name: string }
  | { kind: 'rows'; rows: GridRow[] }
  | { kind: 'refused'; sentence: Sentence }
  | { kind: 'end' };

/** Milliseconds. An honest file takes a few tenths of a second, most of it the start of the thread. */
const PATIENCE = 20_000;
const MEMORY_MB = 256;

/** Rejects with a FileFault for what is no table, or takes too much to read. */
export async function readInThread(bytes: Buffer): Promise<Sheet[]> {
  const extension = path.extname(__filename);
  const thread = new Worker(path.join(__dirname, `reading-thread${extension}`), {
    workerData: Uint8Array.from(bytes),
    execArgv: extension === '.ts' ? ['-r', require.resolve('@swc-node/register')] : [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  try {
    return await takeSheets(thread, AbortSignal.timeout(PATIENCE));
  } finally {
    await thread.terminate();
  }
}

async function takeSheets(thread: Worker, signal: AbortSignal): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (;;) {
    const part = await askFor(thread, signal);
    if (part.kind === 'end') return sheets;
    if (part.kind === 'refused') throw new FileFault(part.sentence);
    if (part.kind === 'sheet') sheets.push({ name: part.name, rows: [] });
    else sheets.at(-1)!.rows.push(...part.rows);
  }
}

async function askFor(thread: Worker, signal: AbortSignal): Promise<ReadPart> {
  thread.postMessage('next');
  try {
    const [part] = (await once(thread, 'message', { signal })) as [ReadPart];
    return part;
  } catch (fault) {
    throw signal.aborted || isOutOfMemory(fault) ? new FileFault(TOO_MUCH) : fault;
  }
}

function isOutOfMemory(fault: unknown): boolean {
  return (fault as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

const TOO_MUCH = {
  zh: '读取这个文件费时太久或占用内存太多；请只留名册的行和列，另存后再试。',
  en: 'Reading this file takes too long or too much memory; keep only the rows and columns of the list and save it anew.',
};
