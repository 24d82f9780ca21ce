// Who serves which part of the graph: each contract with its types, each shard with its organizations, and who is missing.
import { type DefinitionNode, type FieldDefinitionNode, type ObjectTypeDefinitionNode, parse } from 'graphql';

export interface GraphMap {
  /** Of the shard list; null until one was read. */
  version: number | null;
  /** When the shards were last asked whether they answer: ISO 8601, UTC. */
  asOf: string;
  contracts: ContractOnMap[];
  /** By name, never by address. */
  shards: ShardOnMap[];
  /** Organizations that no shard serves yet: 未接入. */
  notJoined: Array<{ home: string; contracts: string[] }>;
}

export interface ContractOnMap {
  name: string;
  answeredBy: 'ordinary' | 'sharded';
  /** Fields of Query that this contract answers. */
  queries: string[];
  types: TypeOnMap[];
}

/** What is read of a contract's file. The page imports this file's types, so it leans on nothing of the server. */
type ContractText = Pick<ContractOnMap, 'name' | 'answeredBy'> & { sdl: string };

export interface TypeOnMap {
  name: string;
  /** Has an id and can be reached from other contracts. */
  entity: boolean;
  /** False where this contract adds fields to a type that another one owns and describes. */
  owned: boolean;
  fields: string[];
}

export interface ShardOnMap {
  name: string;
  contracts: string[];
  homes: string[];
  reachable: boolean;
}

/** A type is owned by the contract that describes it; one that nobody describes, by each that has it. */
export function readContracts(contracts: ReadonlyArray<ContractText>): ContractOnMap[] {
  const read = contracts.map(readContract);
  const described = new Set(
    read.flatMap(({ types }) => types.flatMap(({ name, owned }) => (owned ? [name] : []))),
  );
  const settled = (type: TypeOnMap) => ({ ...type, owned: type.owned || !described.has(type.name) });
  return read.map((contract) => ({ ...contract, types: contract.types.map(settled) }));
}

/** What the SDL of one contract says of itself; types that it only refers to are left to the contract that owns them. */
function readContract({ name, answeredBy, sdl }: ContractText): ContractOnMap {
  const objects = parse(sdl, { noLocation: true }).definitions.filter(isObject);
  const queries = objects.filter((it) => it.name.value === 'Query').flatMap((it) => fieldNames(it.fields));
  const types = objects.filter((it) => it.name.value !== 'Query' && !isReference(it)).map(readType);
  return { name, answeredBy, queries: queries.filter((field) => !field.startsWith('_')), types };
}

function isObject(node: DefinitionNode): node is ObjectTypeDefinitionNode {
  return node.kind === 'ObjectTypeDefinition' || (node.kind as string) === 'ObjectTypeExtension';
}

/** A type that the contract names but cannot answer. */
function isReference(node: ObjectTypeDefinitionNode): boolean {
  return keysOf(node).some((key) =>
    key.arguments?.some(
      ({ name, value }) => name.value === 'resolvable' && value.kind === 'BooleanValue' && !value.value,
    ),
  );
}

function readType(node: ObjectTypeDefinitionNode): TypeOnMap {
  return {
    name: node.name.value,
    entity: keysOf(node).length > 0,
    owned: node.description !== undefined,
    fields: fieldNames(node.fields),
  };
}

function keysOf(node: ObjectTypeDefinitionNode) {
  return (node.directives ?? []).filter(({ name }) => name.value === 'key');
}

function fieldNames(fields: readonly FieldDefinitionNode[] = []): string[] {
  return fields.map(({ name }) => name.value);
}
