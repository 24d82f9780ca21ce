// What an operation is compiled to: how shards are asked, what is done with answers, how the caller's answer is written.
import type { Field, HomePlace, MergeBy, Reference } from '../contract/contract';
import type { Text } from './field-text';

/** Compiled once per text, operation name and values of the @include and @skip variables; run many times. */
export interface OperationPlan {
  kind: 'query' | 'mutation';
  /** Type name of the root and its fields in the caller's order. */
  roots: RootPlan[];
  /** The caller's variable definitions as they are printed into requests to shards. */
  definitions: ReadonlyMap<string, string>;
  /** Whole requests, by the number or numbers of the asks in them. */
  requests: Map<number | string, RequestPlan>;
}

export interface RequestPlan {
  query: string;
  /** Names of the caller's variables in it, with a space between. */
  callers: string;
}

export type RootPlan = { response: string; field: FieldPlan } & (
  | { kind: 'made'; value: unknown }
  | { kind: 'routed'; home: HomePlace; ask: AskPlan; steps: Step[]; read: ReadArguments }
  | {
      kind: 'routed-list';
      home: HomePlace;
      ask: AskPlan;
      idsVariable: string;
      selection: Selection | null;
      read: ReadArguments;
    }
  | { kind: 'scattered'; scatter: ScatterPlan }
  | { kind: 'entities'; selection: Selection; read: ReadArguments }
);

/** Coerced arguments. Throws GraphQLError. */
export type ReadArguments = (variables: Record<string, unknown>) => Record<string, unknown>;

/** One aliased root field of a request to a shard. */
export interface AskPlan {
  number: number;
  alias: string;
  text: string;
  /** Definitions of the layer's own variables in it. */
  definitions: string[];
  /** The caller's variables in it. */
  variables: ReadonlySet<string>;
}

/** What is selected of a composite type, for each object type that it can be. */
export interface Selection {
  only: ObjectPlan | null;
  objects: ReadonlyMap<string, ObjectPlan>;
  /** What a shard is asked, without the braces. */
  text: Text;
  /** Whether anything beneath needs work between a shard's answer and the caller's. */
  hasSteps: boolean;
}

export interface ObjectPlan {
  typeName: string;
  fields: FieldPlan[];
  steps: Step[];
  text: Text;
  entity: EntityPlan | null;
}

/** A field of the caller's answer: `raw` is the key in the gathered object. */
export interface FieldPlan {
  response: string;
  raw: string | symbol;
  shape: Shape;
}

export type Shape =
  | { kind: 'non-null'; of: Shape }
  | { kind: 'list'; of: Shape }
  | { kind: 'leaf'; accepts: (value: unknown) => boolean }
  | { kind: 'object'; selection: Selection }
  | { kind: 'constant'; value: string };

/** What one field comes to. */
export interface PlannedField {
  field: FieldPlan;
  /** Empty when no shard is asked it here. */
  text: Text;
  step: Step | null;
  scatter: ScatterPlan | null;
}

/** A summary of one home, which the layer may have to answer itself; `folds` is planned when it does. */
export interface SummaryPlan {
  folds: () => FoldField[];
}

/** Work on one field of an object as a shard answered it. */
export type Step =
  | { kind: 'object'; raw: string; selection: Selection; summary: SummaryPlan | null }
  | { kind: 'entity'; raw: string; selection: Selection; reference: Reference }
  | { kind: 'connection'; raw: string; connection: ConnectionPlan; read: ReadArguments }
  | { kind: 'coverage' };

/** An entity at one place of the operation. */
export interface EntityPlan {
  object: ObjectPlan;
  /** Response name of the root field that it stands under. */
  root: string;
  /** A type of another contract: known by its key, like every organization. */
  isStub: boolean;
  /** Whether its own home is needed for more than the key. */
  hasOwn: boolean;
  own: AskPlan;
  /** The variable of its representations. */
  representations: string;
  scatters: ScatterPlan[];
}

/** A field that every home may hold a part of. */
export interface ScatterPlan {
  response: string;
  root: string;
  field: Field;
  homes: HomePlace[];
  homesVariable: string;
  /** Set when the field is an entity's: the variable of its representations. */
  representations: string | null;
  read: ReadArguments;
  ask: AskPlan;
  merger: Merger;
  /** The same field with its rows cut to keys; null when rows are no more than keys. */
  byKey: (() => { ask: AskPlan; merger: Merger }) | null;
}

export type Merger =
  | { kind: 'connection'; connection: ConnectionPlan }
  | { kind: 'summary'; selection: Selection; fields: FoldField[]; text: Text }
  | { kind: 'list'; selection: Selection; order: string[]; nullable: boolean; text: Text };

export interface ConnectionPlan {
  /** Of the connection's own object, as the layer makes it. */
  selection: Selection;
  edges: EdgesPlan[];
  wants: { rows: boolean; next: boolean; previous: boolean; total: boolean };
  /** How the edges' nodes relate to the connection's home. */
  reference: Reference;
  fields: FoldField[];
  /** Name of the enum that orders are named after. */
  orderEnum: string;
  text: Text;
}

/** One `edges` of the caller (or of ours); the first asks for cursors and keys. */
export interface EdgesPlan {
  raw: string;
  object: ObjectPlan;
  /** Key of a node in an edge that holds the id. */
  node: string;
}

export type FoldField =
  | { kind: 'scalar'; raw: string; by: MergeBy; number: 'number' | 'decimal' | 'other' }
  | { kind: 'object'; raw: string; fields: FoldField[] }
  | { kind: 'groups'; raw: string; key: string; fields: FoldField[]; nullable: boolean }
  | { kind: 'dimension'; raw: string };
