// The planning thread: answers one request after the other, so that the serving thread knows which one takes too long.
import { parentPort, workerData } from 'node:worker_threads';
import { type ReadableGraph, buildGraph } from './build-graph';
import { BEYOND_PLANNING, planDocument } from './plan-document';
import { listCoordinates } from './list-coordinates';
import type {
  LoadRequest,
  ReadRequest,
  ThreadAnswer,
  ThreadRequest,
  ThreadSettings,
} from './planning-messages';
import { asErrors, readDocument } from './read-document';

const settings = workerData as ThreadSettings;
const graphs = new Map<number, ReadableGraph>();

parentPort?.on('message', (request: ThreadRequest) => {
  if (request.ask === 'drop') graphs.delete(request.graph);
  else parentPort!.postMessage(answer(request));
});

function answer(request: LoadRequest | ReadRequest): ThreadAnswer {
  try {
    return request.ask === 'load' ? load(request) : read(request);
  } catch (error) {
    const { name, message } = error as Error;
    return { kind: 'fault', words: `${name}: ${message}`.slice(0, 500) };
  }
}

function load(request: LoadRequest): ThreadAnswer {
  const graph = buildGraph(request);
  graphs.set(request.graph, graph);
  return { kind: 'loaded', description: request.describe ? graph.describe() : undefined };
}

function read({ graph, text, operationName }: ReadRequest): ThreadAnswer {
  const known = graphs.get(graph);
  if (!known) throw new Error(`The graph ${graph} was never loaded here.`);
  try {
    const reading = readDocument(text, { schema: known.schema, ...settings });
    if ('errors' in reading) return { kind: 'refused', ...reading };
    if (!known.planning) return { kind: 'read', plan: undefined };
    const answer = planDocument(known.planning, reading.document, operationName);
    if (answer.kind !== 'read' || answer.plan === undefined) return answer;
    return { ...answer, coordinates: listCoordinates(known.schema, reading.document, operationName) };
  } catch (error) {
    // A document may be nested within the bounds and still too deep for a rule's recursion.
    if (error instanceof RangeError) return { kind: 'refused', ...asErrors(BEYOND_PLANNING) };
    throw error;
  }
}
