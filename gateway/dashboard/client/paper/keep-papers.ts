// Keeps frozen papers in this browser, by their checksums; the oldest make room when there are too many.
import { createWatchable } from '../state/watchable';
import { type FrozenPaper, MOST_PAPERS } from './frozen-paper';

const DATABASE = 'lianxi-papers';
const STORE = 'papers';

/** Newest first; null until they were read. */
export const keptPapers = createWatchable<readonly FrozenPaper[] | null>(null);

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  return (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'checksum' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  }));
}

export async function readPapers(): Promise<void> {
  try {
    const papers = await run<FrozenPaper[]>('readonly', (store) => store.getAll());
    keptPapers.set(papers.sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1)));
  } catch {
    keptPapers.set(keptPapers.get() ?? []);
  }
}

/** False where the browser keeps nothing: then the file is the only way to keep it. */
export async function keepPaper(paper: FrozenPaper): Promise<boolean> {
  try {
    await run('readwrite', (store) => store.put(paper));
    void navigator.storage?.persist?.();
    await readPapers();
    for (const old of keptPapers.get()!.slice(MOST_PAPERS)) await removePaper(old.checksum);
    return true;
  } catch {
    const others = (keptPapers.get() ?? []).filter(({ checksum }) => checksum !== paper.checksum);
    keptPapers.set([paper, ...others]);
    return false;
  }
}

export async function removePaper(checksum: string): Promise<void> {
  await run('readwrite', (store) => store.delete(checksum));
  await readPapers();
}

async function run<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<Result> {
  const transaction = (await open()).transaction(STORE, mode);
  const request = work(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result as Result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
  });
}
