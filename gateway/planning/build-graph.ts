// Builds what documents are read against: a schema, and for a supergraph its planner; runs in the planning thread.
import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, Kind, buildASTSchema, parse } from 'graphql';
import { readKeyTable } from '../execution/run/key-table';
import { type GraphDefinitions, readGraphDefinitions } from './carry/graph-definitions';
import { listExpectations } from './list-expectations';
import type { PlanningSchema } from './plan-document';
import type { GraphDescription, GraphText } from './planning-messages';
import { printApi } from './print-api';

export interface ReadableGraph {
  schema: GraphQLSchema;
  /** Absent from a subgraph. */
  supergraph: ReadableSupergraph | undefined;
}

export interface ReadableSupergraph extends PlanningSchema {
  definitions: GraphDefinitions;
  describe(): GraphDescription;
}

export interface LoadedSupergraph extends PlanningSchema {
  schema: GraphQLSchema;
  /** In parts. */
  apiSdl: string[];
}

export function buildGraph({ kind, sdl }: GraphText): ReadableGraph {
  const document = parse(sdl);
  if (kind === 'subgraph')
    return { schema: buildSubgraphSchema([{ typeDefs: document }]), supergraph: undefined };
  const supergraph = Supergraph.build(document, { validateSupergraph: false });
  // Composing ends with validating, in the registry as here; that takes a fifth of the time that a graph takes to load.
  supergraph.schema.assumeValid();
  const { schema, apiSdl, ...planning } = loadSupergraph(supergraph);
  return {
    schema,
    supergraph: {
      ...planning,
      definitions: readGraphDefinitions(document, sdl),
      describe: () => ({
        apiSdl,
        types: typesOf(supergraph),
        keys: [...readKeyTable(supergraph.schema)].map(([type, fields]) => [type, [...fields]]),
        expected: expectationsOf(supergraph),
      }),
    },
  };
}

/** Throws when the supergraph needs what this gateway does not support. */
export function loadSupergraph(supergraph: Supergraph): LoadedSupergraph {
  const api = supergraph.apiSchema();
  const apiSdl = printApi(api);
  const definitions = apiSdl.flatMap((part) => [...parse(part, { noLocation: true }).definitions]);
  // Valid, as `apiSchema` has made sure.
  const schema = buildASTSchema(
    { kind: Kind.DOCUMENT, definitions },
    { assumeValid: true, assumeValidSDL: true },
  );
  return { schema, apiSdl, api, planner: new QueryPlanner(supergraph) };
}

/** The same as `readTypeTable` of the supergraph, which is not made a schema of graphql-js for this. */
function typesOf({ schema }: Supergraph): GraphDescription['types'] {
  const table = new Map<string, Set<string>>();
  for (const type of [...schema.objectTypes(), ...schema.interfaceTypes()])
    table.set(type.name, new Set(type.interfaces().map(({ name }) => name)));
  for (const union of schema.unionTypes())
    for (const { name } of union.types()) table.get(name)?.add(union.name);
  return [...table].map(([name, abstractTypes]) => [name, [...abstractTypes]]);
}

/** The planner has read the subgraphs out of the supergraph already. */
function expectationsOf(supergraph: Supergraph): GraphDescription['expected'] {
  const subgraphs = [...supergraph.subgraphs()];
  return subgraphs.map(({ name, schema }) => [name, listExpectations(schema).join('\n')]);
}
