// Keeps a copy of what another home owns and this shard decides by, such as the public calendar: asked for through the gateway, time and again.
import { setTimeout } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from './database/in-transaction';

/** What is public and changes seldom. */
export interface Followed {
  query: string;
  /** Keeps what was answered. */
  keep: (manager: EntityManager, data: unknown) => Promise<void>;
}

export interface FollowOptions {
  database: DataSource;
  graphUrl: string;
  followed: readonly Followed[];
  log: (fault: unknown) => void;
  everyMs?: number;
}

const EVERY_MS = 60_000;
const TIMEOUT_MS = 20_000;

/** What could not be asked stays as it was kept, and is asked for again. */
export function followGraph(options: FollowOptions): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const ended = goOn(options, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

async function goOn(options: FollowOptions, signal: AbortSignal): Promise<void> {
  let isSaid = false;
  while (!signal.aborted) {
    try {
      for (const each of options.followed) await followOnce(options, each);
      isSaid = false;
    } catch (fault) {
      if (!isSaid && !signal.aborted) options.log(fault); // once, until it is well again
      isSaid = true;
    }
    await setTimeout(options.everyMs ?? EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

export async function followOnce(
  { database, graphUrl }: Pick<FollowOptions, 'database' | 'graphUrl'>,
  { query, keep }: Followed,
): Promise<void> {
  const response = await fetch(graphUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const { data } = (await response.json()) as { data?: unknown };
  if (!data) throw new Error(`The graph at ${graphUrl} did not answer what is followed; what was kept stays`);
  await inTransaction(database, (manager) => keep(manager, data));
}
