// Counts what is asked, by day, client and operation: a few steps a request, and never more entries than there is room for.
import type { KnownDocument } from '../planning/document-cache';
import type { AnswerHook } from '../steps/operation-steps';
import type { UsageEntry } from './usage-sink';

export interface UsageCounter {
  hook: AnswerHook;
  /** What was counted since it was last taken. */
  take(): UsageEntry[];
  /** Counts again what could not be reported. */
  giveBack(entries: readonly UsageEntry[]): void;
}

export interface UsageBounds {
  entries?: number;
  clients?: number;
  now?: () => number;
}

const UNKNOWN = 'unknown';
const OTHERS = 'others';

/** Shanghai is eight hours ahead, all the year. */
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

export function createUsageCounter(options: UsageBounds = {}): UsageCounter {
  const { entries: mostEntries = 5_000, clients: mostClients = 200, now = Date.now } = options;
  let counted = new Map<string, UsageEntry>();
  /** What a request finds at once: its entry by document and by client as it names itself. */
  let known = new WeakMap<KnownDocument, Map<string, UsageEntry>>();
  let admit = createClientNames(mostClients);
  let day = '';
  let midnight = 0;
  return {
    hook: {
      name: 'usage',
      apply({ errors }, { client = '', known: document }) {
        if (!document) return;
        const entry = find(document, client);
        entry.requests += 1;
        if (errors) entry.errors += 1;
      },
    },
    take() {
      const taken = [...counted.values()];
      [counted, known, admit] = [new Map(), new WeakMap(), createClientNames(mostClients)];
      return taken;
    },
    giveBack(entries) {
      for (const { requests, errors, ...key } of entries) {
        const entry = enter(key);
        entry.requests += requests;
        entry.errors += errors;
      }
    },
  };

  function find(document: KnownDocument, client: string): UsageEntry {
    if (now() >= midnight) turnDay();
    let byClient = known.get(document);
    if (!byClient) known.set(document, (byClient = new Map()));
    let entry = byClient.get(client);
    if (entry) return entry;
    const { operationName, hash, coordinates } = document;
    const operation = operationName ?? nameOf(document) ?? 'anonymous';
    entry = enter({ day, client: admit(client), operation, hash, coordinates });
    if (byClient.size < mostClients) byClient.set(client, entry);
    return entry;
  }

  function turnDay(): void {
    const local = now() + SHANGHAI_MS;
    day = new Date(local).toISOString().slice(0, 10);
    midnight = (Math.floor(local / DAY_MS) + 1) * DAY_MS - SHANGHAI_MS;
    known = new WeakMap();
  }

  function enter(key: Omit<UsageEntry, 'requests' | 'errors'>): UsageEntry {
    const id = [key.day, key.client, key.operation, key.hash].join('\n');
    const there = counted.get(id);
    if (there) return there;
    if (counted.size >= mostEntries && key.hash !== '') {
      return enter({ ...key, client: OTHERS, operation: OTHERS, hash: '', coordinates: [] });
    }
    const entry = { ...key, requests: 0, errors: 0 };
    counted.set(id, entry);
    return entry;
  }
}

/** Names that may be shown; clients beyond the bound are counted together. */
function createClientNames(most: number) {
  const names = new Set<string>();
  return function admit(header: string): string {
    const clean = header.replace(/[^A-Za-z0-9 ._@/-]+/g, '').trim();
    const name = clean.slice(0, 64) || UNKNOWN;
    if (names.size >= most && !names.has(name)) return OTHERS;
    names.add(name);
    return name;
  };
}

function nameOf({ document }: KnownDocument): string | undefined {
  const [first] = document.definitions.filter(({ kind }) => kind === 'OperationDefinition');
  return first && 'name' in first ? first.name?.value : undefined;
}
