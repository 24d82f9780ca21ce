// Which version is served, where it came from, and which was refused; decides whether another may follow it.
import type { Logger } from 'pino';
import type { ReceivedGraph } from './received-graph';

/** What is served and where it came from, for /health/ready. */
export interface GraphStatus {
  version: number | null;
  from: 'registry' | 'disk' | 'contracts';
  /** Whether the registry's push is heard now. */
  following: boolean;
  /** The last version that was not taken over, until a later one is. */
  refused: { version: number; why: string } | null;
}

export interface GraphRecord {
  status: GraphStatus;
  served(): ReceivedGraph | undefined;
  /** Milliseconds since the last refusal. */
  sinceRefusal(): number;
  judge(graph: ReceivedGraph, than: ReceivedGraph | undefined): 'newer' | 'same' | 'strange';
  accept(graph: ReceivedGraph, from: 'registry' | 'disk'): void;
  refuse(version: number, why: string): void;
}

export function createGraphRecord({ graphPath, log }: { graphPath: string; log: Logger }): GraphRecord {
  const status: GraphStatus = { version: null, from: 'contracts', following: false, refused: null };
  let served: ReceivedGraph | undefined;
  let refusedAt = 0;
  return {
    status,
    served: () => served,
    sinceRefusal: () => Date.now() - refusedAt,
    judge,
    accept(graph, from) {
      const { version } = graph.artifact;
      served = graph;
      Object.assign(status, { version, from, refused: null });
      log.info({ version, from }, 'the graph is served');
    },
    refuse,
  };

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

  function refuse(version: number, why: string): void {
    const isKnown = status.refused?.version === version && status.refused.why === why;
    if (!isKnown) log.error(`Version ${version} of the graph is not taken over: ${why}`);
    status.refused = { version, why };
    refusedAt = Date.now();
  }
}
