// Keeps the last good answer of each question in this browser, so that a reload without the gateway still has a picture.
import type { GraphAnswer } from './ask-graph';

const DATABASE = 'lianxi-answers';
const STORE = 'answers';
const MOST = 60;

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  return (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  }));
}

/** The key names the text's hash, so an answer of an older shape is never read. */
export async function recallAnswer<Data>(key: string): Promise<GraphAnswer<Data> | null> {
  try {
    const store = (await open()).transaction(STORE).objectStore(STORE);
    return ((await done(store.get(key))) as GraphAnswer<Data> | undefined) ?? null;
  } catch {
    return null;
  }
}

export async function keepAnswer(key: string, answer: GraphAnswer<unknown>): Promise<void> {
  try {
    const store = (await open()).transaction(STORE, 'readwrite').objectStore(STORE);
    store.put(answer, key);
    const keys = await done(store.getAllKeys());
    for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) if (old !== key) store.delete(old);
  } catch {
    // A browser that keeps nothing shows what it asks.
  }
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}
