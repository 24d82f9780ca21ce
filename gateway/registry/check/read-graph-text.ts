// A printed graph read definition by definition: what stands as it stood is not read again.
import { type DefinitionNode, type DocumentNode, Kind, parse } from 'graphql';
import {
  type DefinitionMembers,
  type GraphMembers,
  type Member,
  type TypeFacts,
  readDefinition,
  subgraphNames,
} from './graph-members';
import { createRoundCache } from './round-cache';

export interface GraphText extends GraphMembers {
  /** The text of each definition by its name; `@name` of a directive, `schema` of the schema. */
  definitions: ReadonlyMap<string, string>;
  /** Of each type that has some. */
  interfaces: ReadonlyMap<string, readonly string[]>;
  /** The text of each field of the root types, by its coordinate. */
  rootFields: ReadonlyMap<string, string>;
}

/** A document with its places takes twenty times as much memory as its text, so it is handed over and not kept. */
export interface ReadGraphText {
  graph: GraphText;
  document: DocumentNode;
}

export const EMPTY_GRAPH: GraphText = {
  members: new Map(),
  types: new Map(),
  definitions: new Map(),
  interfaces: new Map(),
  rootFields: new Map(),
};

/** One for each kind of graph, so that the rounds of one do not end those of another. */
function createGraphTextReader(): (sdl: string) => ReadGraphText {
  const known = createRoundCache<DefinitionMembers>();
  let namesRead = '';
  let round = 0;
  return function readGraphText(sdl) {
    const document = parse(sdl);
    const subgraphs = subgraphNames(document.definitions);
    const names = JSON.stringify([...subgraphs]);
    // The same words mean another subgraph when the names differ.
    if (names !== namesRead) round += 1;
    namesRead = names;
    known.turn();
    const [members, types] = [new Map<string, Member>(), new Map<string, TypeFacts>()];
    const [definitions, interfaces] = [new Map<string, string>(), new Map<string, string[]>()];
    for (const definition of document.definitions) {
      const text = sdl.slice(definition.loc!.start, definition.loc!.end);
      const { name, facts, entries } = known.get(`${round} ${text}`, () =>
        readDefinition(definition, subgraphs),
      );
      if (facts) types.set(name, facts);
      for (const [key, member] of entries) members.set(key, member);
      definitions.set(nameOf(definition), text);
      if ('interfaces' in definition && definition.interfaces?.length)
        interfaces.set(
          definition.name.value,
          definition.interfaces.map((it) => it.name.value),
        );
    }
    const rootFields = rootFieldsOf(document, sdl);
    return { document, graph: { members, types, definitions, interfaces, rootFields } };
  };
}

export const readSupergraphText = createGraphTextReader();
export const readApiText = createGraphTextReader();

function nameOf(definition: DefinitionNode): string {
  if (!('name' in definition) || !definition.name) return 'schema';
  return definition.kind === Kind.DIRECTIVE_DEFINITION ? `@${definition.name.value}` : definition.name.value;
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

function rootFieldsOf({ definitions }: DocumentNode, sdl: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !ROOTS.has(definition.name.value)) continue;
    for (const { name, loc } of definition.fields ?? [])
      fields.set(`${definition.name.value}.${name.value}`, sdl.slice(loc!.start, loc!.end));
  }
  return fields;
}
