// Our engine over the sources of contracts and published subgraphs; each version of the graph has sources of its own.
import type { GraphSwapper } from '../planning/swap-graph';
import { createHttpSource } from './source/http-source';
import { createLayerSource } from './source/layer-source';
import { type JsonPoster, createJsonPoster } from './source/post-json';
import { type OpenedSources, createPublishedSources } from './source/published-sources';
import type { SubgraphSource } from './source/subgraph-source';
import type { ChosenEngine, EngineChoice, EngineGraph } from './choose-engine';
import { type LianxiEngine, createLianxiEngine } from './create-lianxi-engine';
import type { Graph } from './load-graph';
import { createAbsentLog } from './log-absent';

export async function startLianxiEngine(choice: EngineChoice): Promise<ChosenEngine<LianxiEngine>> {
  const { config, planning, log } = choice;
  const contracts = openContractSources(choice);
  const published = createPublishedSources(config, log);
  const close = () => Promise.all([contracts.close(), published.close()]);
  try {
    const opened = published.open(choice.graph.subgraphs);
    const first = admit(await planning.loadGraph(choice.graph.supergraphSdl), opened);
    opened.keep();
    const engine = createLianxiEngine({
      graph: first,
      sourceOf: (name) => contracts.of(name) ?? nobody(name),
      onFault: (fault, subgraph) => log.error({ ...describe(fault), subgraph }, 'a source failed'),
      onBroken: (errors) =>
        log.error({ places: errors.length, path: errors[0]!.path?.join('.') }, 'an answer breaks the schema'),
      onAbsent: createAbsentLog(log),
    });
    const swapper = choice.createSwapper(engine, first);
    const stop = async () => void (await Promise.all([engine.stop(), close()]));
    return {
      engine: { ...engine, stop },
      swap: (next) => swap(next, swapper),
      prepare: ({ supergraphSdl }) => swapper.prepare(supergraphSdl),
      drop: () => swapper.drop(),
    };
  } catch (error) {
    await close();
    throw error;
  }

  async function swap(next: EngineGraph, swapper: GraphSwapper): Promise<void> {
    const opened = published.open(next.subgraphs);
    try {
      await swapper.swap(next.supergraphSdl, (graph) => admit(graph, opened));
    } catch (error) {
      opened.drop();
      throw error;
    }
    opened.keep();
  }

  /** What is under way on an older version goes on asking the sources of that version. */
  function admit(graph: Graph, { byName }: OpenedSources): Graph {
    choice.admit?.(graph);
    const sourceOf = (name: string) =>
      contracts.of(name) ?? (byName.get(name) as SubgraphSource | undefined) ?? nobody(name);
    for (const name of graph.expected?.keys() ?? []) sourceOf(name);
    return { ...graph, sourceOf };
  }
}

function nobody(subgraph: string): never {
  throw new Error(`The supergraph has a subgraph "${subgraph}" that no source is for.`);
}

/** These live as long as the engine: contracts do not change while it runs. */
function openContractSources({ config, contracts, layers, sign, onUnrecognized, log }: EngineChoice) {
  const posters: JsonPoster[] = [];
  const sources = new Map(contracts.map(({ name }) => [name, sourceFor(name)]));
  return {
    of: (name: string) => sources.get(name),
    close: () => Promise.all(posters.map((poster) => poster.close())),
  };

  function sourceFor(contract: string): SubgraphSource {
    const layer = layers.get(contract);
    if (layer) return createLayerSource(layer) as SubgraphSource;
    const poster = createJsonPoster({
      ...config.endpointBounds,
      fetchTimeout: config.fetchDeadlineMs,
      sign,
      onUnrecognized,
    });
    posters.push(poster);
    return createHttpSource({ subgraph: contract, poster, log }) as SubgraphSource;
  }
}

/** Where it happened; no words, for they may quote people's data. */
function describe(fault: unknown): { fault: string; at: string[] } {
  if (!(fault instanceof Error)) return { fault: typeof fault, at: [] };
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { fault: fault.name, at: frames.slice(0, 6).map((line) => line.trim()) };
}
