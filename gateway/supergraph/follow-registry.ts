// Follows the registry: a version that can be served is switched in and kept on disk; whatever else comes, the last good one serves on.
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config';
import { createCandidateWatch } from './candidate-watch';
import type { GraphArtifact, GraphCandidate } from './graph-artifact';
import { type GraphStatus, createGraphRecord } from './graph-record';
import { keepGraph, readKeptGraph } from './kept-graph';
import type { PublishedShardList } from './published-shard-list';
import type { ReceivedGraph } from './received-graph';
import { createRegistryClient } from './registry-client';
import { type Pace, watchRegistry } from './watch-registry';

export interface FollowOptions {
  config: Pick<GatewayConfig, 'registryKey' | 'registryToken' | 'registryPollMs' | 'graphPath'> & {
    registryUrl: string;
  };
  shardList: PublishedShardList;
  log: Logger;
  pace?: Partial<Pace>;
}

/** Rejects with a sentence, and changes nothing, when the graph cannot be served. */
export type ServeGraph = (artifact: GraphArtifact) => Promise<void>;

export interface GraphSwitch {
  swap: ServeGraph;
  /** Builds ahead what may be swapped in soon. */
  prepare(candidate: GraphCandidate): Promise<void>;
  /** Forgets what was prepared. */
  drop(): void;
}

export interface RegistryFollower {
  /** Starts on the graph of the registry, or else on the kept one. Resolves to false when neither can be served. */
  start(serve: ServeGraph): Promise<boolean>;
  /** From now on, each new version. */
  follow(to: GraphSwitch): void;
  status(): GraphStatus;
  stop(): Promise<void>;
}

/** At the start nobody is served yet, so a silent registry may not take long. */
const FIRST_MS = 3_000;
const FETCH_MS = 15_000;

export function followRegistry({ config, shardList, log, pace }: FollowOptions): RegistryFollower {
  const { registryUrl: url, registryKey: key, registryToken: token, graphPath } = config;
  const client = createRegistryClient({ url, key, token });
  const record = createGraphRecord({ graphPath, log });
  const { status } = record;
  let watch: ReturnType<typeof watchRegistry> | undefined;
  let candidates: ReturnType<typeof createCandidateWatch> | undefined;
  return {
    start: (serve) => startOn(serve),
    follow(to) {
      candidates = createCandidateWatch(client, to);
      watch = watchRegistry({
        hearEvents: candidates.hearEvents,
        look: () => look(to.swap),
        isNews: (version) => version !== status.version && version !== status.refused?.version,
        onHearing: (hears) => (status.following = hears),
        onSilence: (why) => log.warn(`The registry is not heard, the graph stays as it is: ${wordsOf(why)}`),
        pollMs: config.registryPollMs,
        ...pace,
      });
    },
    status: () => status,
    async stop() {
      const unwatched = watch?.stop();
      candidates?.forget();
      await client.close();
      await unwatched;
    },
  };

  async function startOn(serve: ServeGraph): Promise<boolean> {
    const kept = await readKept(config, log);
    const fetched = await client.fetchGraph({ within: FIRST_MS }).catch((error: unknown) => {
      log.warn(`The registry gave no graph at the start: ${wordsOf(error)}`);
    });
    const isGood = fetched && record.judge(fetched, kept) !== 'strange';
    if (isGood && (await tryGraph(fetched, 'registry', serve))) return true;
    if (kept && (await tryGraph(kept, 'disk', serve))) return true;
    log.warn(NOTHING_TO_SERVE);
    return false;
  }

  /** What was refused is tried again now and then: it may have been for a fault of ours that passes. */
  async function look(swap: ServeGraph): Promise<void> {
    const anew = status.refused !== null && record.sinceRefusal() >= config.registryPollMs;
    const fetched = await client.fetchGraph({ within: FETCH_MS, anew });
    if (fetched && record.judge(fetched, record.served()) === 'newer')
      await tryGraph(fetched, 'registry', swap);
  }

  async function tryGraph(graph: ReceivedGraph, from: Origin, serve: ServeGraph): Promise<boolean> {
    const { version, shards } = graph.artifact;
    try {
      await serve(graph.artifact);
    } catch (error) {
      record.refuse(version, wordsOf(error));
      return false;
    }
    shardList.put(shards);
    record.accept(graph, from);
    if (from === 'registry') await keep(graph, graphPath, log);
    return true;
  }
}

type Origin = 'registry' | 'disk';

const NOTHING_TO_SERVE =
  'The gateway starts on the contracts that it was built with, and asks no shard: the registry has no graph for it yet, and none that can be served is kept on disk.';

async function readKept(
  { graphPath, registryKey }: FollowOptions['config'],
  log: Logger,
): Promise<ReceivedGraph | undefined> {
  const kept = await readKeptGraph(graphPath, registryKey);
  if (kept.kind === 'read') return kept.graph;
  if (kept.kind === 'faulty') log.warn(`The graph in ${graphPath} is not used. ${kept.why}`);
  return undefined;
}

async function keep(graph: ReceivedGraph, graphPath: string, log: Logger): Promise<void> {
  try {
    await keepGraph(graphPath, graph);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    log.error(
      `The graph cannot be kept in ${graphPath} (${code}): without the registry, the next start has an older one or none.`,
    );
  }
}

function wordsOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return (message || code || String(error)).slice(0, 1_000);
}
