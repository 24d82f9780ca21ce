// Documents that clients may name by a hash: those listed at start stay, those that clients register stay while they are used.
import { createHash } from 'node:crypto';

export interface PersistedDocuments {
  /** By the SHA-256 of the text, in lower-case hexadecimal. */
  find(hash: string): string | undefined;
  keep(hash: string, text: string): void;
  /** The same documents, as Apollo Server asks for them. */
  cache: {
    get(key: string): Promise<string | undefined>;
    set(key: string, text: string): Promise<void>;
    delete(key: string): Promise<boolean>;
  };
}

export interface PersistedOptions {
  /** Texts that are known by their hash from the start, whatever clients register. */
  listed?: readonly string[];
  /** How many more may be registered, and how many characters they may have together. */
  documents?: number;
  characters?: number;
}

/** What Apollo Server puts before its keys. */
const PREFIX = 'apq:';

export function createPersistedDocuments(options: PersistedOptions = {}): PersistedDocuments {
  const { listed = [], documents = 1_000, characters = 4_000_000 } = options;
  const lasting = new Map(listed.map((text) => [hashOf(text), text]));
  const registered = new Map<string, string>();
  let held = 0;
  return {
    find,
    keep,
    cache: {
      get: async (key) => find(key.slice(PREFIX.length)),
      set: async (key, text) => keep(key.slice(PREFIX.length), text),
      delete: async (key) => forget(key.slice(PREFIX.length)),
    },
  };

  function find(hash: string): string | undefined {
    const text = lasting.get(hash) ?? registered.get(hash);
    if (text !== undefined && registered.delete(hash)) registered.set(hash, text);
    return text;
  }

  function keep(hash: string, text: string): void {
    if (lasting.has(hash)) return;
    forget(hash);
    registered.set(hash, text);
    held += text.length;
    while (registered.size > documents || held > characters) forget(registered.keys().next().value!);
  }

  function forget(hash: string): boolean {
    held -= registered.get(hash)?.length ?? 0;
    return registered.delete(hash);
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
