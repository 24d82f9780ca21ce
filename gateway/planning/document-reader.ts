// Reads the documents of one graph: from memory, or through the planning thread, each operation once at a time.
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, getOperationAST, parse } from 'graphql';
import { requestTimedOut } from '../guard/request-deadline';
import { type KnownDocument, type RefusedDocument, createDocumentCache } from './document-cache';
import { isLasting, toRefusal } from './document-errors';
import { type Flight, createFlight } from './flight';
import type { GraphSource, PlanningWorker } from './planning-worker';

/** A document as it came, with the hash of its text. */
export interface AskedDocument {
  text: string;
  hash: string;
  operationName: string | undefined;
}

export type DocumentAnswer = KnownDocument | RefusedDocument;

export interface DocumentReader {
  readonly source: GraphSource;
  /** What is remembered of it. */
  find(asked: Pick<AskedDocument, 'text' | 'operationName'>): DocumentAnswer | undefined;
  read(asked: AskedDocument, signal?: AbortSignal): Promise<DocumentAnswer>;
  /** The plan of a document that was read here; it lives as long as its document. */
  planOf(document: DocumentNode): QueryPlan | undefined;
  mostUsed(count: number): KnownDocument[];
  /** Takes over what another graph's reader knew, one after the other, for as long as there is time (milliseconds). */
  warm(documents: KnownDocument[], within: number): Promise<void>;
}

export interface DocumentReaderOptions {
  worker: PlanningWorker;
  source: GraphSource;
  maxTokens: number;
}

export function createDocumentReader({ worker, source, maxTokens }: DocumentReaderOptions): DocumentReader {
  const cache = createDocumentCache();
  const flights = new Map<string, Flight<DocumentAnswer>>();
  const plans = new WeakMap<DocumentNode, QueryPlan>();
  return {
    source,
    find: (asked) => cache.find(keyOf(asked)),
    read,
    planOf: (document) => plans.get(document),
    mostUsed: (count) => cache.mostUsed(count),
    async warm(documents, within) {
      const until = performance.now() + within;
      for (const { uses, ...known } of documents) {
        const answer = performance.now() <= until && (await ask(known, undefined, known.document));
        // Old use counts for less and less, so that what is not asked any more is forgotten.
        if (answer && answer.kind === 'known') answer.uses = Math.ceil(uses / 2);
      }
    },
  };

  function read(asked: AskedDocument, signal?: AbortSignal): Promise<DocumentAnswer> {
    const key = keyOf(asked);
    let flight = flights.get(key);
    if (!flight) {
      const land = () => void (flights.get(key) === flight && flights.delete(key));
      flight = createFlight((left) => ask(asked, left).finally(land), land);
      flights.set(key, flight);
    }
    return flight.join(signal, { kind: 'refused', errors: [requestTimedOut()] });
  }

  async function ask(
    asked: AskedDocument,
    signal?: AbortSignal,
    parsed?: DocumentNode,
  ): Promise<DocumentAnswer> {
    const { text, hash, operationName } = asked;
    const answer = await worker.read(source, { text, operationName }, signal);
    if (answer.kind !== 'read') {
      const refusal = toRefusal(answer, text);
      if (isLasting(answer)) cache.keepRefusal(keyOf(asked), refusal);
      return refusal;
    }
    // Parsing is linear, and a text that comes this far is short.
    const document = parsed ?? parse(text, { maxTokens });
    const plan = answer.plan === undefined ? undefined : (JSON.parse(answer.plan) as QueryPlan);
    if (plan) plans.set(document, plan);
    const operation = getOperationAST(document, operationName)?.operation;
    const { coordinates = [] } = answer;
    const known: KnownDocument = {
      kind: 'known',
      document,
      plan,
      operation,
      coordinates,
      text,
      hash,
      operationName,
      uses: 1,
    };
    cache.keep(keyOf(asked), known);
    return known;
  }
}

/** Whatever a client calls its operation, two of them never have one key. */
function keyOf({ text, operationName }: Pick<AskedDocument, 'text' | 'operationName'>): string {
  return operationName === undefined ? ` ${text}` : `${operationName.length} ${operationName} ${text}`;
}
