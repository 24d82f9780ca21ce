// Reading, checking and planning of clients' documents away from the serving thread, and what is remembered of it.
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Graph } from '../execution/load-graph';
import type { Planner } from '../execution/planner';
import type { DocumentBounds } from '../guard/document-bounds';
import { assembleSchema, assembleTypes } from './assemble-schema';
import type { KnownDocument } from './document-cache';
import {
  type AskedDocument,
  type DocumentAnswer,
  type DocumentReader,
  createDocumentReader,
} from './document-reader';
import type { GraphDescription, GraphText } from './planning-messages';
import { type PlanningCounter, type PlanningMetrics, createPlanningCounter } from './planning-metrics';
import { type GraphSource, createPlanningWorker } from './planning-worker';
import { plannerOf } from './planner-of';

export interface PlanningOptions {
  bounds: DocumentBounds;
  introspection: boolean;
  /** For one document, in milliseconds. */
  budgetMs: number;
  /** Heap of the planning thread, in MiB. */
  memoryMb: number;
  /** Documents that may wait to be read. */
  queue?: number;
  log: Logger;
}

export interface WarmLimits {
  /** Operations, those that were asked most first. */
  count: number;
  /** Milliseconds. */
  within: number;
}

export interface Planning {
  /** Builds a supergraph in the planning thread, and of what that sends the graph that the serving thread executes. */
  loadGraph(supergraphSdl: string): Promise<Graph>;
  /** Lets documents be read against a schema that another engine has built. The same schema twice is one. */
  follow(schema: GraphQLSchema, text: GraphText): void;
  /** At once when the document is known. `schema` is one that was loaded or followed. */
  read(
    schema: GraphQLSchema,
    asked: AskedDocument,
    signal?: AbortSignal,
  ): DocumentAnswer | Promise<DocumentAnswer>;
  /** What is known of a document already; only documents that are valid and planned are told. */
  find(
    schema: GraphQLSchema,
    asked: Pick<AskedDocument, 'text' | 'operationName'>,
  ): KnownDocument | undefined;
  /** Reads the operations that were asked most of one graph against another; resolves when they are known there, or when it took long enough. */
  warm(from: GraphQLSchema, to: GraphQLSchema, limits: WarmLimits): Promise<void>;
  /** The planning thread forgets the graph. Requests that are still on it keep what was read. */
  retire(schema: GraphQLSchema): void;
  /** Resolves when the planning thread has built what it was given. */
  ready(): Promise<void>;
  metrics(): PlanningMetrics;
  stop(): Promise<void>;
}

const QUEUE = 256;

export function createPlanning({ log, queue = QUEUE, ...options }: PlanningOptions): Planning {
  const counter = createPlanningCounter();
  const readers = new WeakMap<GraphQLSchema, DocumentReader>();
  const newSource = createSources();
  let ready: Promise<unknown> = Promise.resolve();
  const worker = createPlanningWorker({
    ...options,
    queue,
    onReplaced(why, words) {
      counter.replaced();
      log.warn({ why, ...(why === 'fault' && { words }) }, 'the planning thread was replaced');
    },
  });
  return {
    loadGraph,
    follow,
    read,
    find: (schema, asked) => findPlanned(readerOf(schema), asked, counter),
    warm: (from, to, { count, within }) => readerOf(to).warm(readerOf(from).mostUsed(count), within),
    retire: (schema) => worker.retire(readerOf(schema).source),
    ready: async () => void (await ready),
    metrics: () => counter.read(worker.waiting()),
    stop: () => worker.stop(),
  };

  async function loadGraph(supergraphSdl: string): Promise<Graph> {
    const source = newSource({ kind: 'supergraph', sdl: supergraphSdl });
    const description = (await worker.load(source, true))!;
    const apiSchema = await assembleSchema(description);
    const planner = readDocuments(apiSchema, source);
    return { supergraphSdl, apiSchema, planner, ...readDescription(description) };
  }

  function follow(schema: GraphQLSchema, text: GraphText): void {
    if (readers.has(schema)) return;
    const source = newSource(text);
    readDocuments(schema, source);
    const onFault = (error: Error) =>
      log.error({ fault: error.name }, 'the planning thread cannot build a graph');
    if (text.kind === 'supergraph') ready = worker.load(source, false).catch(onFault);
  }

  function read(schema: GraphQLSchema, asked: AskedDocument, signal?: AbortSignal) {
    const reader = readerOf(schema);
    const known = reader.find(asked);
    counter.met(known ? 'hit' : 'miss');
    return known ? counted(known) : reader.read(asked, signal).then(counted);
  }

  function counted(answer: DocumentAnswer): DocumentAnswer {
    if (answer.kind === 'refused') counter.refused();
    return answer;
  }

  function readDocuments(schema: GraphQLSchema, source: GraphSource): Planner {
    const reader = createDocumentReader({ worker, source, maxTokens: options.bounds.tokens });
    readers.set(schema, reader);
    return plannerOf(reader);
  }

  function readerOf(schema: GraphQLSchema): DocumentReader {
    const reader = readers.get(schema);
    if (!reader) throw new Error('A document came for a schema that was never loaded.');
    return reader;
  }
}

function findPlanned(
  reader: DocumentReader,
  asked: Pick<AskedDocument, 'text' | 'operationName'>,
  counter: PlanningCounter,
): KnownDocument | undefined {
  const known = reader.find(asked);
  if (known?.kind !== 'known' || !known.plan) return undefined;
  counter.met('hit');
  return known;
}

/** Each graph has a number of its own, by which the thread knows it. */
function createSources() {
  let lastId = 0;
  return (text: GraphText): GraphSource => ({ id: (lastId += 1), ...text });
}

function readDescription(description: GraphDescription): Pick<Graph, 'types' | 'expected'> {
  return { types: assembleTypes(description), expected: new Map(description.expected) };
}
