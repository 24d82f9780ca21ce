// A published SDL read once: its document, and the place of each coordinate, so that every finding can point at its line.
import {
  type ConstDirectiveNode,
  type DocumentNode,
  GraphQLError,
  type InputValueDefinitionNode,
  Kind,
  type NameNode,
  type StringValueNode,
  parse,
} from 'graphql';
import type { Finding } from '../verdict';

export type Place = NonNullable<Finding['at']>;

export interface PublishedSdl {
  document: DocumentNode;
  places: ReadonlyMap<string, Place>;
}

export type ReadSdl = { ok: true; published: PublishedSdl } | { ok: false; message: string; at?: Place };

export function readPublishedSdl(sdl: string): ReadSdl {
  try {
    const document = parse(sdl);
    return { ok: true, published: { document, places: placesOf(document) } };
  } catch (error) {
    if (!(error instanceof GraphQLError)) return { ok: false, message: TOO_DEEP };
    const [at] = error.locations ?? [];
    return { ok: false, message: error.message, at: at && { line: at.line, column: at.column } };
  }
}

const TOO_DEEP = 'The text is nested too deeply to be read.';

/** A definition as far as this walk needs it; each kind has some of these. */
export interface Definition {
  kind: Kind;
  name?: NameNode;
  description?: StringValueNode;
  directives?: readonly ConstDirectiveNode[];
  fields?: ReadonlyArray<Definition>;
  values?: ReadonlyArray<Definition>;
  arguments?: readonly InputValueDefinitionNode[];
}

/** Calls `visitor` with each type, field, argument, enum value and input field, by its coordinate. */
export function eachDefinition(
  document: DocumentNode,
  visitor: (coordinate: string, node: Definition, parent?: Definition) => void,
): void {
  const roots = rootNames(document);
  for (const definition of document.definitions as readonly Definition[]) {
    if (!definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const type = roots.get(definition.name.value) ?? definition.name.value;
    visitor(type, definition);
    for (const member of [...(definition.fields ?? []), ...(definition.values ?? [])]) {
      const coordinate = `${type}.${member.name!.value}`;
      visitor(coordinate, member, definition);
      for (const argument of member.arguments ?? [])
        visitor(`${coordinate}(${argument.name.value}:)`, argument as unknown as Definition, member);
    }
  }
}

function placesOf(document: DocumentNode): Map<string, Place> {
  const places = new Map<string, Place>();
  eachDefinition(document, (coordinate, { name }) => {
    const token = name?.loc?.startToken;
    if (token && !places.has(coordinate)) places.set(coordinate, { line: token.line, column: token.column });
  });
  return places;
}

/** Composition gives root types their usual names, whatever a schema calls them. */
function rootNames({ definitions }: DocumentNode): Map<string, string> {
  const names = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const { operation, type } of definition.operationTypes ?? [])
      names.set(type.name.value, operation[0]!.toUpperCase() + operation.slice(1));
  }
  return names;
}

/** The place of a coordinate, or of what it lies in. */
export function placeOf(coordinate: string, { places }: PublishedSdl): Place | undefined {
  const field = coordinate.split('(')[0]!;
  return places.get(coordinate) ?? places.get(field) ?? places.get(field.split('.')[0]!);
}

/** The place of the first directive that the test accepts. */
export function placeOfDirective(document: DocumentNode, name: string): Place | undefined {
  let found: Place | undefined;
  const look = (node: { directives?: readonly ConstDirectiveNode[] }) => {
    const token = node.directives?.find((it) => it.name.value === name)?.loc?.startToken;
    if (token) found ??= { line: token.line, column: token.column };
  };
  (document.definitions as Definition[]).forEach(look);
  eachDefinition(document, (_, node) => look(node));
  return found;
}
