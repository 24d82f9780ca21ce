// A contract as the layer knows it once it is read and checked.
import type { GraphQLField, GraphQLSchema } from 'graphql';

export type Field = GraphQLField<unknown, unknown>;

export interface Contract {
  /** With `_entities` and `_service`, without federation's directives. */
  schema: GraphQLSchema;
  /** SDL for composition, without the sharding directives. */
  sdl: string;
  rules: Map<Field, FieldRule>;
  /** Names of the object types with a key. */
  entities: ReadonlySet<string>;
  /** Those of another contract that this one only adds lists and figures to: known by their key everywhere. */
  stubs: ReadonlySet<string>;
}

export interface FieldRule {
  /** On a field whose type is an entity: whether it may have another home. */
  reference?: Reference;
  scatter?: Scatter;
  merge?: Merge;
  /** Where the arguments name the home that answers. */
  homes: HomePlace[];
}

export type Reference = 'foreign' | 'local';

export type Scatter = { kind: 'connection' } | { kind: 'summary' } | { kind: 'list'; orderBy: string[] };

export type MergeBy = 'SUM' | 'MIN' | 'MAX' | 'ANY' | 'ALL';

export type Merge = { by: MergeBy } | { key: string };

/** An ID (or a list of them) in the arguments: the argument's name, then input fields. */
export interface HomePlace {
  path: string[];
  list: boolean;
}

const NO_RULE: FieldRule = { homes: [] };

export function ruleOf(contract: Contract, field: Field): FieldRule {
  return contract.rules.get(field) ?? NO_RULE;
}
