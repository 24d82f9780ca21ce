// What the serving thread and the planning thread say to each other: small plain messages, one answer to each request.
import type { AccessTable } from '../access/access-table';
import type { DocumentBounds } from '../guard/document-bounds';
import type { GraphDifference } from './carry/graph-difference';
import type { OperationReach } from './carry/operation-reach';

/** A graph that documents are read against: a supergraph is planned too, a subgraph only checked. */
export interface GraphText {
  kind: 'supergraph' | 'subgraph';
  sdl: string;
}

/** Given to the planning thread when it starts. */
export interface ThreadSettings {
  bounds: DocumentBounds;
  introspection: boolean;
}

export interface LoadRequest extends GraphText {
  ask: 'load';
  graph: number;
  /** Whether the parts are wanted that the serving thread builds its own schema of. */
  describe: boolean;
  /** A graph that the new one is compared with. */
  since?: number;
}

/** Asks for the rules of access of a supergraph as it was published. */
export interface RulesRequest {
  ask: 'rules';
  sdl: string;
}

/** Makes the thread forget a graph; nothing is answered. */
export interface DropRequest {
  ask: 'drop';
  graph: number;
}

export interface ReadRequest {
  ask: 'read';
  graph: number;
  text: string;
  operationName: string | undefined;
}

export type ThreadRequest = LoadRequest | RulesRequest | DropRequest | ReadRequest;

/** A graph as the serving thread needs it. The API schema comes in parts that are each parsed in a moment. */
export interface GraphDescription {
  apiSdl: string[];
  /** As the entries of a TypeTable. */
  types: Array<[name: string, abstractTypes: string[]]>;
  /** As the entries of a KeyTable. */
  keys: Array<[type: string, fields: string[]]>;
  /** What is expected of each subgraph, a line each: one text, for that is cheap to send. */
  expected: Array<[subgraph: string, lines: string]>;
}

export interface DocumentError {
  message: string;
  code: string;
  /** Offsets in the document's text. */
  positions?: readonly number[];
  extensions?: Record<string, unknown>;
}

/** `coordinates`: what of the schema the operation uses. `reach`: what of the graph its plan rests on, where that is known. `plan` is the JSON text of a QueryPlan; none when the document has no operation of that name, or is of a subgraph. */
export type ReadAnswer =
  | { kind: 'read'; plan: string | undefined; coordinates?: string[]; reach?: OperationReach }
  | { kind: 'refused'; errors: DocumentError[] };

/** `difference` is none where the thread does not have the graph that was named. */
export type LoadAnswer = {
  kind: 'loaded';
  description: GraphDescription | undefined;
  difference: GraphDifference | undefined;
};

export type RulesAnswer = { kind: 'rules'; table: AccessTable };

/** A fault of ours; the words are for the log. */
export interface FaultAnswer {
  kind: 'fault';
  words: string;
}

export type ThreadAnswer = ReadAnswer | LoadAnswer | RulesAnswer | FaultAnswer;

/** Sent once, before any answer: where the system tells how long the thread has worked. */
export interface ThreadNote {
  kind: 'started';
  task: string | undefined;
}
