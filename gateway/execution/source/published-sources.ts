// The sources of published subgraphs from version to version: what stays keeps its connections, what goes is closed after its last request.
import type { Logger } from 'pino';
import type { GatewayConfig } from '../../config';
import type { ShardingContext } from '../../sharding/sharding-context';
import type { PublishedSubgraph } from '../../supergraph/graph-artifact';
import { createHttpSource } from './http-source';
import { type JsonPoster, createJsonPoster } from './post-json';
import { readSubgraphCredentials } from './subgraph-credentials';
import type { SubgraphSource } from './subgraph-source';

/** No request lasts longer than its deadline; after that nobody is left on an older version. */
export type PublishedSourcesConfig = Pick<
  GatewayConfig,
  'endpointBounds' | 'fetchDeadlineMs' | 'requestDeadlineMs' | 'subgraphCredentialsPath'
>;

type Source = SubgraphSource<ShardingContext>;

/** Those of one version. Either `keep` or `drop` is called once. */
export interface OpenedSources {
  byName: ReadonlyMap<string, Source>;
  /** The version serves: what it has not is closed by and by. */
  keep(): void;
  /** The version was refused: what only it has is closed. */
  drop(): void;
}

export interface PublishedSources {
  /** Throws a sentence when credentials cannot be read. */
  open(subgraphs: readonly PublishedSubgraph[]): OpenedSources;
  close(): Promise<void>;
}

interface Line {
  source: Source;
  poster: JsonPoster;
  closing: NodeJS.Timeout | undefined;
}

export function createPublishedSources(config: PublishedSourcesConfig, log: Logger): PublishedSources {
  const lines = new Map<string, Line>();
  let serving: ReadonlySet<string> = new Set();
  return {
    open(subgraphs) {
      const byName = new Map<string, Source>();
      const keys = new Set<string>();
      for (const { name, url, addresses } of subgraphs) {
        if (url === undefined) continue;
        const [key, line] = lineOf(name, url, addresses);
        keys.add(key);
        byName.set(name, line.source);
      }
      return {
        byName,
        keep: () => serve(keys),
        drop: () => serve(serving),
      };
    },
    async close() {
      const all = [...lines.values()];
      lines.clear();
      for (const { closing } of all) clearTimeout(closing);
      await Promise.all(all.map(({ poster }) => poster.close()));
    },
  };

  function lineOf(name: string, url: string, addresses?: string[]): [key: string, line: Line] {
    const credentials = readSubgraphCredentials(config.subgraphCredentialsPath, name);
    const key = JSON.stringify([name, url, addresses, credentials]);
    let line = lines.get(key);
    if (!line) {
      const poster = createJsonPoster({
        ...config.endpointBounds,
        fetchTimeout: config.fetchDeadlineMs,
        addresses,
        ...credentials,
      });
      line = { poster, source: createHttpSource({ subgraph: name, url, poster, log }), closing: undefined };
      lines.set(key, line);
    }
    return [key, line];
  }

  function serve(keys: ReadonlySet<string>): void {
    serving = keys;
    for (const [key, line] of lines) {
      if (!keys.has(key))
        line.closing ??= setTimeout(() => end(key, line), config.requestDeadlineMs + GRACE_MS).unref();
      else {
        clearTimeout(line.closing);
        line.closing = undefined;
      }
    }
  }

  function end(key: string, { poster }: Line): void {
    lines.delete(key);
    void poster.close();
  }
}

const GRACE_MS = 1_000;
