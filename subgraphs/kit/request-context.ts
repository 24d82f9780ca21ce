// What one request at a shard carries: its database, its clock and the batches it has under way.
import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import { dayAt } from './clock';
import type { Actor } from './workflow/actor';

export interface RequestContext {
  database: DataSource;
  manager: EntityManager;
  /** Today in Asia/Shanghai, the same for the whole request. */
  today: string;
  /** The instant of the request, as stored text. */
  now: string;
  /** The homes that this shard speaks for. */
  homes: () => Promise<string[]>;
  /** Homes whose rows have gone elsewhere, or are not here yet. */
  absent: ReadonlySet<string>;
  /** Who asks; absent where nobody has signed in. */
  actor: Actor | undefined;
  /** Names the proof of who asks, which carries a mutation once; absent where nothing was proved. */
  signature?: string;
  /** Names the request in the audit. */
  requestId: string;
  /** A batch of this request, made at its first use. */
  batch: <K, V>(name: string, create: () => DataLoader<K, V>) => DataLoader<K, V>;
  /** Forgets what was read, since something has been written. */
  forget: () => void;
}

/** Most keys of one SQL statement: SQLite takes 32,766 parameters, and a statement may hold a few lists. */
export const MAX_KEYS = 5_000;

/** Law: N keys in, N values out, by position. More keys than one statement takes are read in several. `asked` gets what is asked, at once. */
export function createBatch<K, V>(read: (keys: readonly K[]) => Promise<V[]>, asked?: Map<K, Promise<V>>): DataLoader<K, V> {
  return new DataLoader(read, { maxBatchSize: MAX_KEYS, cacheMap: asked });
}

/** Who asks, under which name of the request, and of what nothing may be said. */
export type Asker = Pick<RequestContext, 'actor' | 'requestId'> & Partial<Pick<RequestContext, 'absent' | 'signature'>>;

const NOBODY: Asker = { actor: undefined, requestId: '' };
const NONE: ReadonlySet<string> = new Set();

export function createRequestContext(
  database: DataSource,
  now: Date,
  readHomes: () => Promise<string[]>,
  asker: Asker = NOBODY,
): RequestContext {
  const batches = new Map<string, DataLoader<never, unknown>>();
  let homes: Promise<string[]> | undefined;
  return {
    database,
    manager: database.manager,
    today: dayAt(now),
    now: now.toISOString(),
    absent: NONE,
    ...asker,
    forget: () => batches.clear(),
    homes: () => (homes ??= readHomes()),
    batch: <K, V>(name: string, create: () => DataLoader<K, V>) => {
      if (!batches.has(name)) batches.set(name, create() as DataLoader<never, unknown>);
      return batches.get(name) as unknown as DataLoader<K, V>;
    },
  };
}
