// The graph as it is before a change, read once for each version; the one that a check has just made is known already.
import { type GraphQLSchema, buildASTSchema } from 'graphql';
import { createBoundedCache } from '../../sharding/plan/bounded-cache';
import type { CheckInput, ComposedGraph } from './check-input';
import { composeGraph } from './compose-graph';
import { type Owners, findOwners } from './ownership/find-owners';
import { loadPlannable } from './load-plannable';
import { EMPTY_GRAPH, type GraphText, readApiText, readSupergraphText } from './read-graph-text';

export interface CurrentGraph {
  graph: GraphText;
  api: GraphText;
  /** None when nothing was published yet. */
  schema: GraphQLSchema | undefined;
  owners: Owners;
}

type ReadGraph = Omit<CurrentGraph, 'owners'>;

const MAX_VERSIONS = 3;
const read = createBoundedCache<ReadGraph>(MAX_VERSIONS);
const composed = createBoundedCache<Pick<ComposedGraph, 'supergraphSdl' | 'apiSdl'>>(MAX_VERSIONS);

export function readCurrentGraph(input: CheckInput): CurrentGraph {
  const { current } = input;
  if (current.length === 0) return { ...NOTHING, owners: new Map() };
  const { supergraphSdl, apiSdl } = input.composed ?? composeCurrent(input);
  const known = read.get(keyOf(supergraphSdl, apiSdl), () => readGraph(supergraphSdl, apiSdl));
  const order = current.map(({ name }) => name);
  return { ...known, owners: findOwners(known.graph, order, input.composed?.owners) };
}

/** What is accepted now is what the next change is held to. */
export function rememberGraph(supergraphSdl: string, apiSdl: string, graph: ReadGraph): void {
  read.get(keyOf(supergraphSdl, apiSdl), () => graph);
}

function keyOf(supergraphSdl: string, apiSdl: string): string {
  return `${supergraphSdl.length} ${supergraphSdl}${apiSdl}`;
}

const NOTHING: ReadGraph = { graph: EMPTY_GRAPH, api: EMPTY_GRAPH, schema: undefined };

function readGraph(supergraphSdl: string, apiSdl: string): ReadGraph {
  const { graph: api, document } = readApiText(apiSdl);
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  return { graph: readSupergraphText(supergraphSdl).graph, api, schema };
}

function composeCurrent({ current, contracts }: CheckInput): Pick<ComposedGraph, 'supergraphSdl' | 'apiSdl'> {
  const key = JSON.stringify(current.map(({ name, url, sdl }) => [name, url, sdl]));
  return composed.get(key, () => {
    const composition = composeGraph(current, new Set(contracts.map(({ name }) => name)));
    if (!composition.ok)
      throw new Error(`The current graph does not compose: ${composition.errors[0]?.message}`);
    const loaded = loadPlannable(composition);
    if (!loaded.ok) throw new Error('The current graph cannot be loaded.');
    return { supergraphSdl: composition.supergraphSdl, apiSdl: loaded.apiSdl };
  });
}
