// What operations are drawn from: a contract's schema and rules, and the rows of a world by type.
import {
  getNamedType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { readContract } from '../../../gateway/sharding/read-contract';
import { specOf } from '../../../subgraphs/kit/noun/spec';
import { readContractSdl } from '../../../subgraphs/kit/contract-files';
import { CONTRACTS, type ContractName } from './world';
import type { Row } from '../../../subgraphs/demonstration/rows';

export type AnyField = GraphQLField<unknown, unknown>;

export interface Subject {
  schema: GraphQLSchema;
  /** Types that `_entities` knows at a shard too: those whose key is resolvable. */
  entities: GraphQLObjectType[];
  isEntity: (name: string) => boolean;
  /** The root list of rows of a connection type. */
  listOf: (connection: string) => AnyField | undefined;
  roots: Record<RootKind, AnyField[]>;
}

export type RootKind = 'by id' | 'by ids' | 'list' | 'summary' | 'entities';

export const subjects = new Map<ContractName, Subject>(CONTRACTS.map((name) => [name, readSubject(name)]));

function readSubject(name: ContractName): Subject {
  const sdl = readContractSdl(name);
  const { schema, entities } = readContract(name, sdl);
  const fields = Object.values(schema.getQueryType()!.getFields());
  const roots: Subject['roots'] = { 'by id': [], 'by ids': [], list: [], summary: [], entities: [] };
  for (const field of fields) {
    const kind = rootKind(field);
    if (kind) roots[kind].push(field);
  }
  const unresolvable = new Set(unresolvableTypes(sdl));
  return {
    schema,
    entities: [...entities]
      .filter((type) => !unresolvable.has(type))
      .map((type) => schema.getType(type) as GraphQLObjectType),
    isEntity: (type) => entities.has(type),
    listOf: (connection) => roots.list.find((field) => getNamedType(field.type).name === connection),
    roots,
  };
}

export function rootKind(field: AnyField): RootKind | null {
  if (field.name === '_entities') return 'entities';
  if (field.name.startsWith('_')) return null;
  if (field.args.some(({ name }) => name === 'id')) return 'by id';
  if (field.args.some(({ name }) => name === 'ids')) return 'by ids';
  if (isConnection(field)) return 'list';
  // What is neither, such as the outbox of one home, has rows of no noun.
  return isSummary(field) ? 'summary' : null;
}

export function isConnection(field: AnyField): boolean {
  return getNamedType(field.type).name.endsWith('Connection');
}

export function isSummary(field: AnyField): boolean {
  return getNamedType(field.type).name.endsWith('Summary');
}

/** A list or a summary of rows of the object's own home alone. */
export function isHomeLocal(field: AnyField): boolean {
  return (isConnection(field) || isSummary(field)) && !field.args.some(({ name }) => name === 'homes');
}

function unresolvableTypes(sdl: string): string[] {
  return parse(sdl).definitions.flatMap((node) => {
    const keys =
      node.kind === 'ObjectTypeDefinition'
        ? (node.directives ?? []).filter(({ name }) => name.value === 'key')
        : [];
    const isResolvable = keys.some(
      (key) =>
        !key.arguments?.some(
          ({ name, value }) => name.value === 'resolvable' && value.kind === 'BooleanValue' && !value.value,
        ),
    );
    return node.kind === 'ObjectTypeDefinition' && keys.length > 0 && !isResolvable ? [node.name.value] : [];
  });
}

/** Rows by the name of their type. */
export function rowsByType(rows: readonly Row[]): Map<string, Row['values'][]> {
  const byType = new Map<string, Row['values'][]>();
  for (const { noun, values } of rows) {
    const { name } = specOf(noun);
    const same = byType.get(name);
    if (same) same.push(values);
    else byType.set(name, [values]);
  }
  return byType;
}

export function objectOf(schema: GraphQLSchema, name: string): GraphQLObjectType | undefined {
  const type = schema.getType(name);
  return isObjectType(type) ? type : undefined;
}
