// A supergraph as the texts of its definitions: two graphs are compared by them without being built.
import { type DefinitionNode, type DocumentNode, Kind } from 'graphql';
import { argumentOf, stringOf } from '../../access/to-plannable';

export interface GraphDefinitions {
  /** The text of each definition by its name; `@name` of a directive, `schema` of the schema. */
  definitions: ReadonlyMap<string, string>;
  /** The interfaces and unions of each type that is one of some. */
  abstractTypes: ReadonlyMap<string, readonly string[]>;
  /** The text of each field of the root types, by its coordinate. */
  rootFields: ReadonlyMap<string, string>;
  /** The names of subgraphs by their values of `join__Graph`. */
  subgraphs: ReadonlyMap<string, string>;
}

export const NO_DEFINITIONS: GraphDefinitions = {
  definitions: new Map(),
  abstractTypes: new Map(),
  rootFields: new Map(),
  subgraphs: new Map(),
};

/** `document` is the parsed `sdl`, with its places. */
export function readGraphDefinitions({ definitions: nodes }: DocumentNode, sdl: string): GraphDefinitions {
  const definitions = new Map<string, string>();
  const abstractTypes = new Map<string, string[]>();
  const isOne = (type: string, of: string) => {
    const known = abstractTypes.get(type);
    if (known) known.push(of);
    else abstractTypes.set(type, [of]);
  };
  for (const node of nodes) {
    const name = nameOf(node);
    // What is said in several pieces is compared as one.
    definitions.set(name, (definitions.get(name) ?? '') + textOf(node, sdl));
    if ('interfaces' in node) node.interfaces?.forEach((it) => isOne(name, it.name.value));
    if ('types' in node) node.types?.forEach((it) => isOne(it.name.value, name));
  }
  return {
    definitions,
    abstractTypes,
    rootFields: rootFieldsOf(nodes, sdl),
    subgraphs: subgraphNames(nodes),
  };
}

function nameOf(node: DefinitionNode): string {
  if (!('name' in node) || !node.name) return 'schema';
  return node.kind === Kind.DIRECTIVE_DEFINITION ? `@${node.name.value}` : node.name.value;
}

function textOf({ loc }: Pick<DefinitionNode, 'loc'>, sdl: string): string {
  return sdl.slice(loc!.start, loc!.end);
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

function rootFieldsOf(nodes: readonly DefinitionNode[], sdl: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const node of nodes) {
    if (!('fields' in node) || !ROOTS.has(node.name.value)) continue;
    for (const field of node.fields ?? [])
      fields.set(`${node.name.value}.${field.name.value}`, textOf(field, sdl));
  }
  return fields;
}

/** https://specs.apollo.dev/join/v0.3/#@graph */
export function subgraphNames(nodes: readonly DefinitionNode[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const node of nodes) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const { name, directives } of node.values ?? [])
      names.set(name.value, stringOf(directives?.[0] && argumentOf(directives[0], 'name')) ?? name.value);
  }
  return names;
}
