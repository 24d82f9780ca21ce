// A printed graph read definition by definition: what stands as it stood is not read again.
import { type DocumentNode, parse } from 'graphql';
import {
  type GraphDefinitions,
  NO_DEFINITIONS,
  readGraphDefinitions,
} from '../../planning/carry/graph-definitions';
import {
  type DefinitionMembers,
  type GraphMembers,
  type Member,
  type TypeFacts,
  readDefinition,
} from './graph-members';
import { createRoundCache } from './round-cache';

export type GraphText = GraphMembers & GraphDefinitions;

/** A document with its places takes twenty times as much memory as its text, so it is handed over and not kept. */
export interface ReadGraphText {
  graph: GraphText;
  document: DocumentNode;
}

export const EMPTY_GRAPH: GraphText = { members: new Map(), types: new Map(), ...NO_DEFINITIONS };

/** One for each kind of graph, so that the rounds of one do not end those of another. */
function createGraphTextReader(): (sdl: string) => ReadGraphText {
  const known = createRoundCache<DefinitionMembers>();
  let namesRead = '';
  let round = 0;
  return function readGraphText(sdl) {
    const document = parse(sdl);
    const texts = readGraphDefinitions(document, sdl);
    const { subgraphs } = texts;
    const names = JSON.stringify([...subgraphs]);
    // The same words mean another subgraph when the names differ.
    if (names !== namesRead) round += 1;
    namesRead = names;
    known.turn();
    const [members, types] = [new Map<string, Member>(), new Map<string, TypeFacts>()];
    for (const definition of document.definitions) {
      const text = sdl.slice(definition.loc!.start, definition.loc!.end);
      const { name, facts, entries } = known.get(`${round} ${text}`, () =>
        readDefinition(definition, subgraphs),
      );
      if (facts) types.set(name, facts);
      for (const [key, member] of entries) members.set(key, member);
    }
    return { document, graph: { members, types, ...texts } };
  };
}

export const readSupergraphText = createGraphTextReader();
export const readApiText = createGraphTextReader();
