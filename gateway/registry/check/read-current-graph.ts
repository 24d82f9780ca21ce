// The graph as it is before a change, read once for each version.
import { type GraphQLSchema, buildASTSchema, parse } from 'graphql';
import { createBoundedCache } from '../../sharding/plan/bounded-cache';
import type { CheckInput, ComposedGraph } from './check-input';
import { composeGraph } from './compose-graph';
import { type GraphMembers, readMembers } from './graph-members';
import { type Owners, findOwners } from './ownership/find-owners';
import { loadPlannable } from './plan-operations';
import { toPlannable } from './to-plannable';

export interface CurrentGraph {
  graph: GraphMembers;
  api: GraphMembers;
  /** None when nothing was published yet. */
  schema: GraphQLSchema | undefined;
  owners: Owners;
}

const MAX_VERSIONS = 3;
const read = createBoundedCache<Omit<CurrentGraph, 'owners'>>(MAX_VERSIONS);
const composed = createBoundedCache<Pick<ComposedGraph, 'supergraphSdl' | 'apiSdl'>>(MAX_VERSIONS);

export function readCurrentGraph(input: CheckInput): CurrentGraph {
  const { current } = input;
  if (current.length === 0) return { graph: NONE, api: NONE, schema: undefined, owners: new Map() };
  const { supergraphSdl, apiSdl } = input.composed ?? composeCurrent(input);
  const known = read.get(supergraphSdl, () => readGraph(supergraphSdl, apiSdl));
  const order = current.map(({ name }) => name);
  return { ...known, owners: findOwners(known.graph, order, input.composed?.owners) };
}

const NONE: GraphMembers = { members: new Map(), types: new Map() };

function readGraph(supergraphSdl: string, apiSdl: string): Omit<CurrentGraph, 'owners'> {
  const api = parse(apiSdl);
  return {
    graph: readMembers(parse(supergraphSdl)),
    api: readMembers(api),
    schema: buildASTSchema(api, { assumeValid: true, assumeValidSDL: true }),
  };
}

function composeCurrent({ current, contracts }: CheckInput): Pick<ComposedGraph, 'supergraphSdl' | 'apiSdl'> {
  const key = JSON.stringify(current.map(({ name, url, sdl }) => [name, url, sdl]));
  return composed.get(key, () => {
    const composition = composeGraph(current, new Set(contracts.map(({ name }) => name)));
    if (!composition.ok)
      throw new Error(`The current graph does not compose: ${composition.errors[0]?.message}`);
    const loaded = loadPlannable(toPlannable(composition.supergraphSdl));
    if (!loaded.ok) throw new Error('The current graph cannot be loaded.');
    return { supergraphSdl: composition.supergraphSdl, apiSdl: loaded.apiSdl };
  });
}
