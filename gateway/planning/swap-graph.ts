// Switches an engine from graph to graph without a pause: built and warmed elsewhere, then put in place at once.
import type { Graph } from '../execution/load-graph';
import type { Planning, WarmLimits } from './create-planning';

export interface SwapOptions {
  planning: Planning;
  engine: { replaceGraph(graph: Graph): void };
  first: Graph;
  /** What is planned before the switch; the rest is planned when it is asked. */
  warm?: WarmLimits;
}

/** Swaps come one after the other. Rejects, and keeps the graph that serves, when the new one cannot be built. */
export function createGraphSwapper({ planning, engine, first, warm = WARM }: SwapOptions) {
  let current = first;
  let last: Promise<unknown> = Promise.resolve();
  /** What `admit` makes of the new graph is put in place; what it throws refuses the graph. */
  return function swapGraph(supergraphSdl: string, admit: (graph: Graph) => Graph = asItIs): Promise<void> {
    const swap = last.then(() => replace(supergraphSdl, admit));
    last = swap.catch(() => undefined);
    return swap;
  };

  async function replace(supergraphSdl: string, admit: (graph: Graph) => Graph): Promise<void> {
    const loaded = await planning.loadGraph(supergraphSdl);
    const next = admitted(loaded, admit);
    await planning.warm(current.apiSchema, next.apiSchema, warm);
    engine.replaceGraph(next);
    planning.retire(current.apiSchema);
    current = next;
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

export type SwapGraph = ReturnType<typeof createGraphSwapper>;

const asItIs = (graph: Graph) => graph;
