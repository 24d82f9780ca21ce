// ApolloGateway over the same sources; it reads a new version of the graph on the serving thread, and holds it meanwhile.
import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import type { ShardingContext } from '../sharding/sharding-context';
import { createFetchingSource } from '../sources/create-fetching-source';
import { createOrdinarySource } from '../sources/create-ordinary-source';
import { createShardedSource } from '../sources/create-sharded-source';
import type { ChosenEngine, EngineChoice, EngineGraph } from './choose-engine';
import { createApolloEngine } from './create-apollo-engine';
import { createPublishedSources } from './source/published-sources';
import type { SubgraphSource } from './source/subgraph-source';

export async function startApolloEngine(choice: EngineChoice): Promise<ChosenEngine> {
  const { config, planning, log } = choice;
  const contracts = openContractSources(choice);
  const published = createPublishedSources(config, log);
  /** The last of each name: what is under way on an older version may still ask one that is gone. */
  const latest = new Map<string, SubgraphSource<ShardingContext>>();
  let schema: GraphQLSchema | undefined;
  try {
    const opened = await admit(choice.graph);
    opened.byName.forEach((source, name) => latest.set(name, source));
    opened.keep();
    const { engine, update } = await createApolloEngine(choice.graph.supergraphSdl, { sourceOf, log });
    engine.onSchemaLoadOrUpdate(({ apiSchema }) => (schema = apiSchema));
    return {
      engine: {
        onSchemaLoadOrUpdate: (listener) => engine.onSchemaLoadOrUpdate(listener),
        load: (options) => engine.load(options),
        stop: async () => void (await Promise.all([engine.stop(), published.close()])),
      },
      ...inOneStep((next) => swap(next, update)),
    };
  } catch (error) {
    await published.close();
    throw error;
  }

  async function swap(next: EngineGraph, update: (supergraphSdl: string) => void): Promise<void> {
    const opened = await admit(next);
    const before = { schema, latest: new Map(latest) };
    opened.byName.forEach((source, name) => latest.set(name, source));
    try {
      update(next.supergraphSdl);
    } catch (error) {
      before.latest.forEach((source, name) => latest.set(name, source));
      opened.drop();
      throw error;
    }
    opened.keep();
    if (before.schema && before.schema !== schema) planning.retire(before.schema);
  }

  /** The planning thread reads the graph first, so that what cannot be run never comes to ApolloGateway. */
  async function admit({ supergraphSdl, subgraphs }: EngineGraph) {
    const opened = published.open(subgraphs);
    if (!choice.admit) return opened;
    try {
      const graph = await planning.loadGraph(supergraphSdl);
      planning.retire(graph.apiSchema);
      choice.admit(graph);
      return opened;
    } catch (error) {
      opened.drop();
      throw error;
    }
  }

  function sourceOf(name: string): GraphQLDataSource {
    const contract = contracts.get(name);
    if (contract) return contract;
    if (!latest.has(name)) throw new Error(`The supergraph has a subgraph "${name}" that no source is for.`);
    return createFetchingSource(name, {
      fetch: (request, context) => latest.get(name)!.fetch(request, context),
    });
  }
}

/** ApolloGateway builds a graph and switches to it at once, so nothing is built ahead. */
function inOneStep(swap: ChosenEngine['swap']): Pick<ChosenEngine, 'swap' | 'prepare' | 'drop'> {
  return { swap, prepare: async () => undefined, drop: () => undefined };
}

function openContractSources({
  contracts,
  layers,
  transport,
  log,
}: EngineChoice): Map<string, GraphQLDataSource> {
  const sources = contracts.map(({ name }) => {
    const layer = layers.get(name);
    const source = layer
      ? createShardedSource(layer)
      : createOrdinarySource({ contract: name, transport, log });
    return [name, source] as const;
  });
  return new Map(sources);
}
