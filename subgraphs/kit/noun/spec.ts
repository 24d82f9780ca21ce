// What is known of every noun: its columns, what may be filtered, ordered and grouped by, and its relations.
import type { GraphQLScalarType } from 'graphql';
import type { NounReaders, Readers } from '../identity/readers';
import type { Condition } from '../sql/condition';
import type { RequestContext } from '../request-context';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- classes are told apart by identity only
export type Class<T = any> = (abstract new (...args: any[]) => T) & { name: string };

/** What a GraphQL type may be given as: a class, an enum object, a scalar. */
export type GraphQLTypeThunk = () => Class | GraphQLScalarType | object | [object];

/** A logical subgraph. The names of its nouns' tables begin with its name. */
export interface ContractName {
  name: string;
  /** Served by many shards as one subgraph; then lists take `homes` and tell their coverage. */
  sharded: boolean;
}

export type ColumnKind = 'text' | 'enum' | 'day' | 'time' | 'int' | 'decimal' | 'flag' | 'money' | 'json' | 'reference';

/** One stored fact of a noun and how callers may use it. */
export interface ColumnSpec {
  /** Property of the class and name of the database column. */
  property: string;
  /** Field of the GraphQL type: the property, less `Id` for references. */
  field: string;
  kind: ColumnKind;
  type: GraphQLTypeThunk;
  description: string;
  required: boolean;
  filter: boolean;
  order: boolean;
  dimension: boolean;
  /** Summaries add it up. */
  sum: boolean;
  /** Property of the dimension without which it is not added up. */
  per?: string;
  /** Most characters of a text. */
  max?: number;
  /** Who may read it; absent where all may. */
  readers?: Readers;
}

/** A filter that is more than one column. */
export interface Term {
  type: GraphQLTypeThunk;
  description: string;
  /** The condition on the rows with SQL alias `alias`. */
  where: (value: never, alias: string, context: RequestContext) => Condition;
}

export interface NounSpec {
  target: Class;
  contract: ContractName;
  /** The GraphQL type. */
  name: string;
  /** The middle part of ids. */
  kind: string;
  table: string;
  singular: string;
  plural: string;
  description: string;
  columns: ColumnSpec[];
  terms: Record<string, Term>;
  readers: NounReaders;
  /** `<property>` and direction of the order that a list has when nothing is said. */
  defaultOrder: { property: string; direction: 'ASC' | 'DESC' };
}

const columnsOf = new Map<Class, ColumnSpec[]>();
const specs = new Map<Class, NounSpec>();

export function addColumn(target: Class, column: ColumnSpec): void {
  columnsOf.set(target, [...(columnsOf.get(target) ?? []), column]);
}

/** The columns of a class and of those it extends, ancestors first. */
export function inheritedColumns(target: Class): ColumnSpec[] {
  const parent = Object.getPrototypeOf(target) as Class | null;
  const inherited = parent?.prototype ? inheritedColumns(parent) : [];
  return [...inherited, ...(columnsOf.get(target) ?? [])];
}

export function registerNoun(spec: NounSpec): void {
  specs.set(spec.target, spec);
}

/** Throws for a class without `@Noun`: a fault of ours. */
export function specOf(target: Class): NounSpec {
  const spec = specs.get(target);
  if (!spec) throw new Error(`${target.name} is not a noun; decorate it with @Noun`);
  return spec;
}

export function isNoun(target: Class): boolean {
  return specs.has(target);
}

export function columnOf(spec: NounSpec, property: string): ColumnSpec {
  const column = spec.columns.find((candidate) => candidate.property === property);
  if (!column) throw new Error(`${spec.name} has no column ${property}`);
  return column;
}
