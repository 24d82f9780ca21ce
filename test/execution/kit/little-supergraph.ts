// A supergraph from a few lines of SDL, and sources that answer as a test says and remember what they were asked.
import { composeServices } from '@apollo/composition';
import { getOperationAST, parse } from 'graphql';
import { type Graph, loadGraph } from '../../../gateway/execution/load-graph';
import type { OnAbsent } from '../../../gateway/execution/log-absent';
import { type PreparedOperation, prepareOperation } from '../../../gateway/execution/prepared-operation';
import type { SubgraphAnswer, SubgraphRequest } from '../../../gateway/execution/source/subgraph-source';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])';

export interface Asked {
  subgraph: string;
  text: string;
  variables: { representations?: Array<Record<string, unknown>> } & Record<string, unknown>;
}

export type Answering = (asked: Asked, request: SubgraphRequest) => SubgraphAnswer | Promise<SubgraphAnswer>;

export interface LittleSupergraph {
  graph: Graph;
  /** What was sent, oldest first. */
  asked: Asked[];
  /** What the executor told of sources that threw. */
  faults: unknown[];
  /** Entities that were answered by null. */
  absent: Array<Parameters<OnAbsent>>;
  prepare(query: string, answer: Answering, operationName?: string): PreparedOperation;
}

export function littleSupergraph(subgraphs: Record<string, string>): LittleSupergraph {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `little:${name}`,
    typeDefs: parse(`${LINK} ${sdl}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw errors?.[0] ?? new Error('Nothing was composed.');
  const graph = loadGraph(supergraphSdl);
  const little: LittleSupergraph = { graph, asked: [], faults: [], absent: [], prepare };
  return little;

  function prepare(query: string, answer: Answering, operationName?: string): PreparedOperation {
    const document = parse(query);
    const plan = graph.planner.planOf({ document, operationName, id: query });
    if (plan instanceof Promise) throw new Error('The local planner waits for nothing.');
    const sourceOf = (subgraph: string) => ({
      fetch(request: SubgraphRequest) {
        const variables = JSON.parse(request.variables) as Asked['variables'];
        const asked: Asked = { subgraph, text: request.operation.text, variables };
        little.asked.push(asked);
        return answer(asked, request);
      },
    });
    const sources = {
      sourceOf,
      onFault: (fault: unknown) => little.faults.push(fault),
      onBroken: () => undefined,
      onAbsent: (...absent: Parameters<OnAbsent>) => little.absent.push(absent),
    };
    return prepareOperation(graph, sources, { document, operation: getOperationAST(document, operationName)!, plan });
  }
}
