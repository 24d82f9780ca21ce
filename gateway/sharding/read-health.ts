// What a shard tells of itself at `/health`; nothing where it does not answer, or tells more than a report can be.
import { Agent, request } from 'undici';
import type { Shard } from './shard-list';

export interface HealthReader {
  /** Never rejects. */
  read(shard: Shard, signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

/** Bytes. */
const LONGEST_REPORT = 64 * 1024;
/** To one origin, which may serve many shards. */
const CONNECTIONS = 4;

export function createHealthReader(): HealthReader {
  const dispatcher = new Agent({ connections: CONNECTIONS, maxResponseSize: LONGEST_REPORT });
  return { read, close: () => dispatcher.destroy() };

  async function read({ url }: Shard, signal: AbortSignal): Promise<unknown> {
    try {
      const { statusCode, body } = await request(`${url.replace(/\/+$/, '')}/health`, { dispatcher, signal });
      if (statusCode === 200) return JSON.parse(await body.text()) as unknown;
      await body.dump({ limit: LONGEST_REPORT });
    } catch {
      // Whether it answers at all is found by asking it for rows.
    }
    return undefined;
  }
}
