// Serves the subgraphs of a drawn world in this process: values and faults are the same for the same place, whoever asks.
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  GraphQLError,
  execute,
  isEnumType,
  isListType,
  isNonNullType,
  isAbstractType,
  isObjectType,
  parse,
} from 'graphql';
import { placeErrors } from '../../../gateway/sources/place-errors';
import { hashOf } from './dice';
import type { SubgraphSdl } from './draw-world';

/** Entities of a type are numbered; a reference may name one more than there are. */
const ENTITIES = 5;

interface Source {
  __typename: string;
  /** What its values are made from. */
  seed: string;
  /** What came with a representation. */
  given?: Record<string, unknown>;
  entity?: { type: string; at: number };
}

export interface AskOptions {
  query: string;
  variables: Record<string, unknown>;
  /** 0: nothing goes wrong. */
  faultSeed: number;
}

export interface WorldAnswer {
  data: Record<string, unknown> | null;
  errors?: Array<{
    message: string;
    path?: ReadonlyArray<string | number>;
    extensions?: Record<string, unknown>;
  }>;
}

export interface ServedWorld {
  ask(subgraph: string, options: AskOptions): Promise<WorldAnswer>;
}

export function serveWorld(subgraphs: SubgraphSdl[]): ServedWorld {
  const schemas = new Map(subgraphs.map(({ name, sdl }) => [name, buildSchema(name, sdl)]));
  const documents = new Map<string, DocumentNode>();
  return {
    async ask(subgraph, { query, variables, faultSeed }) {
      const text = query.replace(/__\d+\b/g, '');
      if (rolls(faultSeed, 40, subgraph, text)) return failed(query);
      let document = documents.get(query);
      if (!document) documents.set(query, (document = parse(query, { noLocation: true })));
      const context: Context = { subgraph, faultSeed };
      const result = await execute({
        schema: schemas.get(subgraph)!,
        document,
        variableValues: variables,
        contextValue: context,
        fieldResolver: resolve as GraphQLFieldResolver<unknown, unknown>,
      });
      const { data, errors } = JSON.parse(JSON.stringify(result)) as WorldAnswer;
      return { data: data ?? null, errors: errors && (placeErrors(errors, query) as WorldAnswer['errors']) };
    },
  };
}

interface Context {
  subgraph: string;
  faultSeed: number;
}

function failed(query: string): WorldAnswer {
  const error = { message: 'The subgraph is away.', extensions: { code: 'AWAY' } };
  return { data: null, errors: placeErrors([error], query) as WorldAnswer['errors'] };
}

/** Whether a fault falls on this place: `perMille` of all places with most seeds, many more with some. */
function rolls(faultSeed: number, perMille: number, ...place: string[]): boolean {
  const rate = faultSeed % 3 === 0 ? perMille * 3 : perMille;
  return faultSeed > 0 && hashOf(faultSeed, ...place) % 1_000 < rate;
}

function buildSchema(name: string, sdl: string): GraphQLSchema {
  const typeDefs = parse(sdl);
  const keyed = typeDefs.definitions.flatMap((it) =>
    'name' in it && it.name && 'directives' in it && it.directives?.some((one) => one.name.value === 'key')
      ? [it.name.value]
      : [],
  );
  const resolveReference = (given: Record<string, unknown>, context: Context) =>
    readReference(name, given, context);
  const resolvers = Object.fromEntries(keyed.map((type) => [type, { __resolveReference: resolveReference }]));
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
}

function readReference(
  subgraph: string,
  given: Record<string, unknown>,
  { faultSeed }: Context,
): Source | null {
  const found = findEntity(given);
  if (!found) return null;
  const place = `${found.type}:${found.at}`;
  if (rolls(faultSeed, 60, subgraph, 'unknown', place)) return null;
  if (rolls(faultSeed, 80, subgraph, 'broken', place))
    throw new GraphQLError('This entity is broken.', { extensions: { code: 'BROKEN_ENTITY' } });
  const __typename = given.__typename === 'Media' ? (subgraph === 'b' ? 'Media' : found.type) : found.type;
  return { __typename, seed: place, given, entity: found };
}

/** By any of the keys; null for one that does not exist, or keys that name different ones. */
function findEntity({
  id,
  sku,
  ref,
  __typename,
}: Record<string, unknown>): { type: string; at: number } | null {
  const { n, s } = (ref ?? {}) as { n?: number; s?: string };
  const words = [
    id,
    sku,
    s !== undefined ? `${s}-${n}` : n !== undefined ? `${String(__typename)}-${n}` : undefined,
  ];
  const names = new Set(
    words.flatMap((word) => (typeof word === 'string' ? [word.replace('sku:', '')] : [])),
  );
  const [name] = names;
  const match = /^(E\d)-(\d+)$/.exec(name ?? '');
  if (!match || names.size > 1 || Number(match[2]) >= ENTITIES) return null;
  return { type: match[1]!, at: Number(match[2]) };
}

function resolve(
  source: Source | undefined,
  args: Record<string, unknown>,
  context: Context,
  info: GraphQLResolveInfo,
): unknown {
  const { subgraph, faultSeed } = context;
  const seed = source?.seed ?? 'root';
  const key = keyValue(source, info.fieldName);
  if (key !== undefined) return key;
  const place = `${seed}.${info.fieldName}${JSON.stringify(args)}`;
  if (rolls(faultSeed, 60, subgraph, 'error', place))
    throw new GraphQLError('This field is broken.', { extensions: { code: 'BROKEN_FIELD' } });
  if (rolls(faultSeed, 50, subgraph, 'null', place) && !isNonNullType(info.returnType)) return null;
  if (/^(q[abc]|shout)$/.test(info.fieldName)) return dependent(source!, place, info.returnType);
  const isRoot = info.parentType.name === 'Query' || info.parentType.name === 'Mutation';
  return valueOf(info.returnType, isRoot && info.fieldName !== 'hub' ? `${subgraph}.${place}` : place, info);
}

function keyValue(source: Source | undefined, field: string): unknown {
  if (!source?.entity) return undefined;
  const { type, at } = source.entity;
  if (field === 'id') return `${type}-${at}`;
  if (field === 'sku') return `sku:${type}-${at}`;
  if (field === 'kind') return at * 10;
  return field === 'ref' ? { __typename: 'Ref', n: at, s: type } : undefined;
}

/** A field with @requires tells exactly what it was given, so that a wrong representation shows in the answer. */
function dependent({ given }: Source, place: string, type: GraphQLOutputType): unknown {
  const { __typename: _, id: _id, sku: _sku, kind: _kind, ref: _ref, ...needed } = given ?? {};
  const text = JSON.stringify(
    Object.fromEntries(Object.entries(needed).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  return String(type).startsWith('Int') ? hashOf(place, text) % 1_000 : `${place} of ${text}`;
}

function valueOf(type: GraphQLOutputType, seed: string, info: GraphQLResolveInfo): unknown {
  const hash = hashOf(seed);
  if (isNonNullType(type)) return presentValue(type.ofType, seed, info);
  return hash % 9 === 0 ? null : presentValue(type, seed, info);
}

function presentValue(type: GraphQLOutputType, seed: string, info: GraphQLResolveInfo): unknown {
  const hash = hashOf(seed, 'value');
  if (isListType(type))
    return Array.from({ length: hash % 4 }, (_, i) => valueOf(type.ofType, `${seed}#${i}`, info));
  if (isEnumType(type)) return type.getValues()[hash % type.getValues().length]!.name;
  if (isAbstractType(type)) {
    const possible = info.schema
      .getPossibleTypes(type)
      .map(({ name }) => name)
      .sort();
    return objectOf(possible[hash % possible.length]!, seed, hash);
  }
  if (isObjectType(type)) return objectOf(type.name, seed, hash);
  return scalarOf(String(type), hash);
}

function objectOf(name: string, seed: string, hash: number): Source {
  const at = (hash >>> 3) % (ENTITIES + 1);
  if (name === 'Media') {
    const type = `E${hash % 2}`;
    return { __typename: 'Media', seed: `${type}:${at}`, entity: { type, at } };
  }
  if (/^E\d$/.test(name)) return { __typename: name, seed: `${name}:${at}`, entity: { type: name, at } };
  return { __typename: name, seed };
}

function scalarOf(name: string, hash: number): unknown {
  switch (name) {
    case 'Int':
      return hash % 7 === 0 ? 0 : hash % 1_000;
    case 'Float':
      return hash / 64;
    case 'Boolean':
      return hash % 2 === 0;
    case 'Blob':
      return [hash % 10, { a: 'x', b: [null] }, 'text', { __typename: 'E0' }][hash % 4];
    case 'ID':
      return `id-${hash % 100}`;
    default:
      return hash % 11 === 0 ? '' : `s${hash % 1_000}“\n"`;
  }
}
