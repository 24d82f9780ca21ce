// Reading, checking and planning of clients' documents away from the serving thread, and what is remembered of it.
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Graph } from '../execution/load-graph';
import { type AccessRules, accessRulesOf } from '../access/access-rules';
import type { Planner } from '../execution/planner';
import type { DocumentBounds } from '../guard/document-bounds';
import { assembleKeys, assembleSchema, assembleTypes } from './assemble-schema';
import type { GraphDifference } from './carry/graph-difference';
import type { KnownDocument } from './document-cache';
import {
  type AskedDocument,
  type DocumentAnswer,
  type DocumentReader,
  createDocumentReader,
} from './document-reader';
import type { GraphDescription, GraphText } from './planning-messages';
import { type PlanningCounter, type PlanningMetrics, createPlanningCounter } from './planning-metrics';
import { type GraphSource, type PlanningWorkerOptions, createPlanningWorker } from './planning-worker';
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
  /**
   * Builds a supergraph in the planning thread, and of what that sends the graph that the serving thread executes. `since`:
   * the graph that it comes after, whose plans it may take over.
   */
  loadGraph(supergraphSdl: string, since?: GraphQLSchema): Promise<Graph>;
  /** Of a supergraph as it was published. Rejects with a sentence when its rules are not understood. */
  readRules(publishedSdl: string): Promise<AccessRules>;
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
  /**
   * Makes the operations of one graph known on another. Those that the difference cannot touch keep their plans; of the others
   * those that were asked most are planned. Resolves when they are known, or when it took long enough, with those that were asked
   * most.
   */
  warm(from: GraphQLSchema, to: GraphQLSchema, limits: WarmLimits): Promise<KnownDocument[]>;
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
  /** In what a graph differs from the one that it came after. */
  const differences = new WeakMap<GraphQLSchema, Differs>();
  const newSource = createSources();
  let ready: Promise<unknown> = Promise.resolve();
  const worker = createPlanningWorker({ ...options, queue, onReplaced: onReplaced(counter, log) });
  return {
    loadGraph,
    follow,
    read,
    find: (schema, asked) => findPlanned(readerOf(schema), asked, counter),
    readRules: async (publishedSdl) => accessRulesOf(await worker.readRules(publishedSdl)),
    warm: (from, to, limits) =>
      warm(readerOf(from), readerOf(to), { ...limits, differs: differences.get(to) }),
    retire: (schema) => worker.retire(readerOf(schema).source),
    ready: async () => void (await ready),
    metrics: () => counter.read(worker.waiting()),
    stop: () => worker.stop(),
  };

  async function loadGraph(supergraphSdl: string, since?: GraphQLSchema): Promise<Graph> {
    const source = newSource({ kind: 'supergraph', sdl: supergraphSdl });
    const before = since && readerOf(since);
    const loaded = await worker.load(source, { describe: true, since: before?.source });
    const description = loaded.description!;
    const apiSchema = await assembleSchema(description);
    const planner = readDocuments(apiSchema, source);
    const { difference } = loaded;
    if (before && difference) differences.set(apiSchema, { since: before.source.id, difference });
    return { supergraphSdl, apiSchema, planner, ...readDescription(description) };
  }

  function follow(schema: GraphQLSchema, text: GraphText): void {
    if (readers.has(schema)) return;
    const source = newSource(text);
    readDocuments(schema, source);
    const onFault = (error: Error) =>
      log.error({ fault: error.name }, 'the planning thread cannot build a graph');
    if (text.kind === 'supergraph') ready = worker.load(source, { describe: false }).catch(onFault);
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
    const reader = createDocumentReader({ worker, source, bounds: options.bounds });
    readers.set(schema, reader);
    return plannerOf(reader);
  }

  function readerOf(schema: GraphQLSchema): DocumentReader {
    const reader = readers.get(schema);
    if (!reader) throw new Error('A document came for a schema that was never loaded.');
    return reader;
  }
}

function onReplaced(counter: PlanningCounter, log: Logger): PlanningWorkerOptions['onReplaced'] {
  return (why, words) => {
    counter.replaced();
    log.warn({ why, ...(why === 'fault' && { words }) }, 'the planning thread was replaced');
  };
}

interface Differs {
  /** By number: the reader itself would keep the graph before alive, which keeps the one before that. */
  since: number;
  difference: GraphDifference;
}

async function warm(
  from: DocumentReader,
  to: DocumentReader,
  { count, within, differs }: WarmLimits & { differs: Differs | undefined },
): Promise<KnownDocument[]> {
  const known = from.mostUsed(Infinity);
  // What is kept last is forgotten last.
  if (differs?.since === from.source.id) to.carry(known.toReversed(), differs.difference);
  await to.warm(known.slice(0, count), within);
  return to.mostUsed(count);
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

function readDescription(description: GraphDescription): Pick<Graph, 'types' | 'keys' | 'expected'> {
  return {
    types: assembleTypes(description),
    keys: assembleKeys(description),
    expected: new Map(description.expected),
  };
}
