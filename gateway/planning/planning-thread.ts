// The planning thread: answers one request after the other, so that the serving thread knows which one takes too long.
import { parentPort, workerData } from 'node:worker_threads';
import { readAccessTable } from '../access/access-table';
import { type ReadableGraph, buildGraph } from './build-graph';
import { differenceOf } from './carry/graph-difference';
import { reachOf } from './carry/operation-reach';
import { BEYOND_PLANNING, planDocument } from './plan-document';
import { listCoordinates } from './list-coordinates';
import type {
  DropRequest,
  LoadRequest,
  ReadRequest,
  ThreadAnswer,
  ThreadNote,
  ThreadRequest,
  ThreadSettings,
} from './planning-messages';
import { asErrors, readDocument } from './read-document';
import { ownTask } from './thread-work';

const settings = workerData as ThreadSettings;
const graphs = new Map<number, ReadableGraph>();

parentPort?.postMessage({ kind: 'started', task: ownTask() } satisfies ThreadNote);
parentPort?.on('message', (request: ThreadRequest) => {
  if (request.ask === 'drop') graphs.delete(request.graph);
  else parentPort!.postMessage(answer(request));
});

function answer(request: Exclude<ThreadRequest, DropRequest>): ThreadAnswer {
  try {
    if (request.ask === 'rules') return { kind: 'rules', table: readAccessTable(request.sdl) };
    return request.ask === 'load' ? load(request) : read(request);
  } catch (error) {
    const { name, message } = error as Error;
    return { kind: 'fault', words: `${name}: ${message}`.slice(0, 500) };
  }
}

function load(request: LoadRequest): ThreadAnswer {
  const graph = buildGraph(request);
  graphs.set(request.graph, graph);
  const { supergraph } = graph;
  const before = request.since === undefined ? undefined : graphs.get(request.since)?.supergraph;
  return {
    kind: 'loaded',
    description: request.describe ? supergraph?.describe() : undefined,
    difference: before && supergraph && differenceOf(before.definitions, supergraph.definitions),
  };
}

function read({ graph, text, operationName }: ReadRequest): ThreadAnswer {
  const known = graphs.get(graph);
  if (!known) throw new Error(`The graph ${graph} was never loaded here.`);
  try {
    const { schema, supergraph } = known;
    const reading = readDocument(text, { schema, ...settings });
    if ('errors' in reading) return { kind: 'refused', ...reading };
    const { document } = reading;
    if (!supergraph) return { kind: 'read', plan: undefined };
    const answer = planDocument(supergraph, document, operationName);
    if (answer.kind !== 'read' || answer.plan === undefined) return answer;
    return {
      ...answer,
      coordinates: listCoordinates(schema, document, operationName),
      reach: reachOf(schema, supergraph.definitions, document),
    };
  } catch (error) {
    // A document may be nested within the bounds and still too deep for a rule's recursion.
    if (error instanceof RangeError) return { kind: 'refused', ...asErrors(BEYOND_PLANNING) };
    throw error;
  }
}
