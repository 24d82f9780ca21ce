// Follows the registry: a version that can be served is switched in and kept on disk; whatever else comes, the last good one serves on.
import type { Logger } from 'pino';
import type { GraphArtifact } from './graph-artifact';
import { keepGraph, readKeptGraph } from './kept-graph';
import type { PublishedShardList } from './published-shard-list';
import type { ReceivedGraph } from './received-graph';
import { createRegistryClient } from './registry-client';
import { type Pace, watchRegistry } from './watch-registry';
import type { GatewayConfig } from '../config';

export interface FollowOptions {
  config: Pick<GatewayConfig, 'registryKey' | 'registryToken' | 'registryPollMs' | 'graphPath'> & {
    registryUrl: string;
  };
  shardList: PublishedShardList;
  log: Logger;
  pace?: Partial<Pace>;
}

/** What is served and where it came from, for /health/ready. */
export interface GraphStatus {
  version: number | null;
  from: 'registry' | 'disk' | 'contracts';
  /** Whether the registry's push is heard now. */
  following: boolean;
  /** The last version that was not taken over, until a later one is. */
  refused: { version: number | null; why: string } | null;
}

/** Rejects with a sentence, and changes nothing, when the graph cannot be served. */
export type ServeGraph = (artifact: GraphArtifact) => Promise<void>;

export interface RegistryFollower {
  /** Starts on the graph of the registry, or else on the kept one. Resolves to false when neither can be served. */
  start(serve: ServeGraph): Promise<boolean>;
  /** From now on, each new version. */
  follow(swap: ServeGraph): void;
  status(): GraphStatus;
  stop(): Promise<void>;
}

/** At the start nobody is served yet, so a silent registry may not take long. */
const FIRST_MS = 3_000;
const FETCH_MS = 15_000;

export function followRegistry({ config, shardList, log, pace }: FollowOptions): RegistryFollower {
  const { registryUrl: url, registryKey: key, registryToken: token, graphPath } = config;
  const client = createRegistryClient({ url, key, token });
  const status: GraphStatus = { version: null, from: 'contracts', following: false, refused: null };
  let served: ReceivedGraph | undefined;
  let refusedAt = 0;
  let watch: ReturnType<typeof watchRegistry> | undefined;
  return { start, follow, status: () => status, stop };

  async function start(serve: ServeGraph): Promise<boolean> {
    const kept = await readKept();
    const fetched = await fetchFirst();
    const isGood = fetched && ['newer', 'same'].includes(judge(fetched, kept));
    if (isGood && (await tryGraph(fetched, 'registry', serve))) return true;
    if (kept && (await tryGraph(kept, 'disk', serve))) return true;
    log.warn(
      'The gateway starts on the contracts that it was built with, and asks no shard: the registry has no graph for it yet, and none that can be served is kept on disk.',
    );
    return false;
  }

  async function readKept(): Promise<ReceivedGraph | undefined> {
    const kept = await readKeptGraph(graphPath, key);
    if (kept.kind === 'read') return kept.graph;
    if (kept.kind === 'faulty') log.warn(`The graph in ${graphPath} is not used. ${kept.why}`);
    return undefined;
  }

  async function fetchFirst(): Promise<ReceivedGraph | undefined> {
    try {
      return await client.fetchGraph({ within: FIRST_MS });
    } catch (error) {
      log.warn(`The registry gave no graph at the start: ${wordsOf(error)}`);
      return undefined;
    }
  }

  function follow(swap: ServeGraph): void {
    watch = watchRegistry({
      listen: client.listen,
      look: () => look(swap),
      isNews: (version) => version !== status.version && version !== status.refused?.version,
      onHearing: (hears) => (status.following = hears),
      onSilence: (why) => log.warn(`The registry is not heard, the graph stays: ${wordsOf(why)}`),
      pollMs: config.registryPollMs,
      ...pace,
    });
  }

  /** What was refused is tried again now and then: it may have been for a fault of ours that passes. */
  async function look(swap: ServeGraph): Promise<void> {
    const anew = status.refused !== null && Date.now() - refusedAt >= config.registryPollMs;
    const fetched = await client.fetchGraph({ within: FETCH_MS, anew });
    if (fetched && judge(fetched, served) === 'newer') await tryGraph(fetched, 'registry', swap);
  }

  /** A registry that was set back to a backup would take back publications that people rely on. */
  function judge(graph: ReceivedGraph, than: ReceivedGraph | undefined): 'newer' | 'same' | 'strange' {
    const { version } = graph.artifact;
    if (!than || version > than.artifact.version) return 'newer';
    if (graph.text === than.text) return 'same';
    const what =
      version === than.artifact.version
        ? 'another graph of this version is there already'
        : `it is older than version ${than.artifact.version}, which is there already`;
    refuse(
      version,
      `${what}. If the registry was set back on purpose, stop the gateway, remove ${graphPath} and start it again.`,
    );
    return 'strange';
  }

  async function tryGraph(
    graph: ReceivedGraph,
    from: 'registry' | 'disk',
    serve: ServeGraph,
  ): Promise<boolean> {
    const { version, shards } = graph.artifact;
    try {
      await serve(graph.artifact);
    } catch (error) {
      refuse(version, wordsOf(error));
      return false;
    }
    served = graph;
    shardList.put(shards);
    Object.assign(status, { version, from, refused: null });
    log.info({ version, from }, 'the graph is served');
    if (from === 'registry') await keep(graph);
    return true;
  }

  async function keep(graph: ReceivedGraph): Promise<void> {
    try {
      await keepGraph(graphPath, graph);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      log.error(
        `The graph cannot be kept in ${graphPath} (${code}): without the registry, the next start has an older one or none.`,
      );
    }
  }

  function refuse(version: number | null, why: string): void {
    if (status.refused?.version !== version || status.refused.why !== why)
      log.error(`Version ${version} of the graph is not taken over: ${why}`);
    status.refused = { version, why };
    refusedAt = Date.now();
  }

  async function stop(): Promise<void> {
    const unwatched = watch?.stop();
    await client.close();
    await unwatched;
  }
}

function wordsOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return (message || code || String(error)).slice(0, 1_000);
}
