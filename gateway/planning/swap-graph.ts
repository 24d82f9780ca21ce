// Switches an engine from graph to graph without a pause: built and warmed elsewhere, then put in place at once.
import type { LianxiEngine } from '../execution/create-lianxi-engine';
import type { Graph } from '../execution/load-graph';
import type { Planning, WarmLimits } from './create-planning';
import type { KnownDocument } from './document-cache';
import { createGiveWay } from './give-way';

export interface SwapOptions {
  planning: Planning;
  engine: Pick<LianxiEngine, 'prepare' | 'replaceGraph'>;
  first: Graph;
  /** What is planned before the switch; the rest is planned when it is asked. */
  warm?: WarmLimits;
}

export interface GraphSwapper {
  /**
   * What `admit` makes of the new graph is put in place; what it throws refuses the graph. Rejects, and keeps the graph that
   * serves, when the new one cannot be built.
   */
  swap(supergraphSdl: string, admit?: (graph: Graph) => Graph): Promise<void>;
  /** Builds a graph that may be swapped in soon, in place of any that was prepared before. Rejects when it cannot be built. */
  prepare(supergraphSdl: string): Promise<void>;
  /** Forgets what was prepared. */
  drop(): void;
}

interface Prepared {
  supergraphSdl: string;
  graph: Promise<Graph>;
}

/** Swaps come one after the other; at most one graph is prepared. */
export function createGraphSwapper({ planning, engine, first, warm = WARM }: SwapOptions): GraphSwapper {
  let current = first;
  let last: Promise<unknown> = Promise.resolve();
  let prepared: Prepared | undefined;
  return {
    swap(supergraphSdl, admit = asItIs) {
      const swap = last.then(() => replace(supergraphSdl, admit));
      last = swap.catch(() => undefined);
      return swap;
    },
    async prepare(supergraphSdl) {
      if (prepared?.supergraphSdl === supergraphSdl) return void (await prepared.graph);
      drop();
      // After the swap that is under way, for plans are taken over from the graph that serves.
      const graph = last.then(() => build(supergraphSdl));
      prepared = { supergraphSdl, graph };
      await graph;
    },
    drop,
  };

  async function build(supergraphSdl: string): Promise<Graph> {
    const before = current.apiSchema;
    const graph = await planning.loadGraph(supergraphSdl, before);
    await planning.warm(before, graph.apiSchema, warm);
    return graph;
  }

  async function replace(supergraphSdl: string, admit: (graph: Graph) => Graph): Promise<void> {
    const next = admitted(await takePrepared(supergraphSdl), admit);
    // Also what became known since the graph was prepared.
    const known = await planning.warm(current.apiSchema, next.apiSchema, warm);
    await compileAhead(engine, known, next);
    engine.replaceGraph(next);
    planning.retire(current.apiSchema);
    current = next;
  }

  /** A graph that could not be prepared is tried anew: it may have been for a fault of ours that passes. */
  async function takePrepared(supergraphSdl: string): Promise<Graph> {
    if (prepared?.supergraphSdl !== supergraphSdl) {
      drop();
      return build(supergraphSdl);
    }
    const { graph } = prepared;
    prepared = undefined;
    return graph.catch(() => build(supergraphSdl));
  }

  function drop(): void {
    prepared?.graph.then(({ apiSchema }) => planning.retire(apiSchema)).catch(() => undefined);
    prepared = undefined;
  }

  function admitted(graph: Graph, admit: (graph: Graph) => Graph): Graph {
    try {
      return admit(graph);
    } catch (refusal) {
      planning.retire(graph.apiSchema);
      throw refusal;
    }
  }
}

const WARM: WarmLimits = { count: 200, within: 400 };
/** The rest is compiled when it is asked. */
const COMPILE_MS = 200;

const asItIs = (graph: Graph) => graph;

/** One after another: neither those who are served meanwhile wait for all of them, nor those who ask first after the switch. */
async function compileAhead(
  engine: SwapOptions['engine'],
  documents: KnownDocument[],
  graph: Graph,
): Promise<void> {
  const until = performance.now() + COMPILE_MS;
  const giveWay = createGiveWay();
  for (const { document, operationName, hash, plan } of documents) {
    if (performance.now() > until) return;
    if (plan) await engine.prepare({ document, operationName, id: hash }, graph);
    await giveWay();
  }
}
