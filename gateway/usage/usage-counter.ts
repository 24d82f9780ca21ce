// Counts what is asked, by day, client and operation: a few steps a request, and never more entries than there is room for.
import type { KnownDocument } from '../planning/document-cache';
import type { AnswerHook } from '../steps/operation-steps';
import { createClientNames, createEntryBound } from './day-bounds';
import { OTHERS, USE_BOUNDS, type UseCount } from './use-count';
import { createUseSum } from './use-sum';

export interface UsageCounter {
  hook: AnswerHook;
  /** What was counted since it was last taken; one coordinate of one operation may come in parts, to be added up. */
  take(): Iterable<UseCount>;
}

export interface UsageBounds {
  /** Documents of clients that are counted by name, a day. */
  entries?: number;
  /** Coordinates of all of them: so many counts are reported by name, a day. */
  coordinates?: number;
  clients?: number;
  now?: () => number;
}

/** One document of one client on one day. */
interface Entry {
  day: string;
  client: string;
  operation: string;
  coordinates: readonly string[];
  requests: number;
}

/** Shanghai is eight hours ahead, all the year. */
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

export function createUsageCounter(options: UsageBounds = {}): UsageCounter {
  const { entries = 5_000, coordinates = 100_000, clients: mostClients = 200, now = Date.now } = options;
  let counted = new Map<string, Entry>();
  /** What a request finds at once: its entry by document and by client as it names itself. */
  let known = new WeakMap<KnownDocument, Map<string, Entry>>();
  const others = createUseSum(0);
  let admitClient = createClientNames(mostClients);
  let admitEntry = createEntryBound({ entries, coordinates });
  let day = '';
  let midnight = 0;
  return {
    hook: {
      name: 'usage',
      apply(_, { client = '', known: document }) {
        if (!document) return;
        if (now() >= midnight) turnDay();
        const entry = find(document, client);
        if (entry) entry.requests += 1;
        else countAmongOthers(document);
      },
    },
    take() {
      const taken = spread([...counted.values()], others.take(Infinity));
      [counted, known] = [new Map(), new WeakMap()];
      return taken;
    },
  };

  function find(document: KnownDocument, client: string): Entry | undefined {
    let byClient = known.get(document);
    if (!byClient) known.set(document, (byClient = new Map()));
    const there = byClient.get(client);
    if (there) return there;
    const entry = enter(document, admitClient(client));
    if (entry && byClient.size < mostClients) byClient.set(client, entry);
    return entry;
  }

  function enter(document: KnownDocument, client: string): Entry | undefined {
    const { hash, coordinates: used } = document;
    const operation = (document.operationName ?? nameOf(document) ?? 'anonymous').slice(0, USE_BOUNDS.name);
    const id = [day, client, operation, hash].join('\n');
    const there = counted.get(id);
    if (there || !admitEntry(id, used.length)) return there;
    const entry = { day, client, operation, coordinates: used, requests: 0 };
    counted.set(id, entry);
    return entry;
  }

  /** Who asked is not told any more; what is used is. */
  function countAmongOthers({ coordinates }: KnownDocument): void {
    for (const coordinate of coordinates)
      others.add({ day, client: OTHERS, operation: OTHERS, coordinate, count: 1 });
  }

  function turnDay(): void {
    const local = now() + SHANGHAI_MS;
    day = new Date(local).toISOString().slice(0, 10);
    midnight = (Math.floor(local / DAY_MS) + 1) * DAY_MS - SHANGHAI_MS;
    known = new WeakMap();
    admitClient = createClientNames(mostClients);
    admitEntry = createEntryBound({ entries, coordinates });
  }
}

/** Made only as it is read, so that whoever reads can pause. */
function* spread(entries: Entry[], others: UseCount[]): Iterable<UseCount> {
  for (const { coordinates, requests: count, ...who } of entries)
    for (const coordinate of coordinates) yield { ...who, coordinate, count };
  yield* others;
}

function nameOf({ document }: KnownDocument): string | undefined {
  const [first] = document.definitions.filter(({ kind }) => kind === 'OperationDefinition');
  return first && 'name' in first ? first.name?.value : undefined;
}
