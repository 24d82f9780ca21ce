// Builds what documents are read against: a schema, and for a supergraph its planner; runs in the planning thread.
import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, buildASTSchema, parse, printSchema } from 'graphql';
import { listExpectations } from './list-expectations';
import type { PlanningSchema } from './plan-document';
import type { GraphDescription, GraphText } from './planning-messages';

export interface ReadableGraph {
  schema: GraphQLSchema;
  /** Absent from a subgraph. */
  planning: PlanningSchema | undefined;
  describe(): GraphDescription | undefined;
}

export function buildGraph({ kind, sdl }: GraphText): ReadableGraph {
  if (kind === 'subgraph') {
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
    return { schema, planning: undefined, describe: () => undefined };
  }
  return readSupergraph(Supergraph.build(sdl, { validateSupergraph: false }));
}

/** Throws when the supergraph needs what this gateway does not support. */
export function readSupergraph(supergraph: Supergraph): ReadableGraph {
  const api = supergraph.apiSchema();
  // Valid SDL, as `apiSchema` has made sure; `toGraphQLJSSchema` would make sure again.
  const schema = buildASTSchema(api.toAST(), { assumeValidSDL: true });
  return {
    schema,
    planning: { api, planner: new QueryPlanner(supergraph) },
    describe: () => ({
      apiSdl: inParts(printSchema(schema)),
      types: typesOf(supergraph),
      expected: expectationsOf(supergraph),
    }),
  };
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

/** Characters; a part of this length is parsed in about a millisecond. */
const PART_LENGTH = 20_000;

/** Cuts between definitions. */
function inParts(sdl: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { loc } of parse(sdl).definitions) {
    const { end } = loc!;
    if (end - start < PART_LENGTH) continue;
    parts.push(sdl.slice(start, end));
    start = end;
  }
  if (sdl.slice(start).trim() !== '') parts.push(sdl.slice(start));
  return parts;
}
