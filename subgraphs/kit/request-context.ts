// What one request at a shard carries: its database, its clock and the batches it has under way.
import type DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import { dayAt } from './clock';

export interface RequestContext {
  database: DataSource;
  manager: EntityManager;
  /** Today in Asia/Shanghai, the same for the whole request. */
  today: string;
  /** The instant of the request, as stored text. */
  now: string;
  /** The homes that this shard speaks for. */
  homes: () => Promise<string[]>;
  /** A batch of this request, made at its first use. */
  batch: <K, V>(name: string, create: () => DataLoader<K, V>) => DataLoader<K, V>;
}

export function createRequestContext(database: DataSource, now: Date, readHomes: () => Promise<string[]>): RequestContext {
  const batches = new Map<string, DataLoader<never, unknown>>();
  let homes: Promise<string[]> | undefined;
  return {
    database,
    manager: database.manager,
    today: dayAt(now),
    now: now.toISOString(),
    homes: () => (homes ??= readHomes()),
    batch: <K, V>(name: string, create: () => DataLoader<K, V>) => {
      if (!batches.has(name)) batches.set(name, create() as DataLoader<never, unknown>);
      return batches.get(name) as unknown as DataLoader<K, V>;
    },
  };
}
