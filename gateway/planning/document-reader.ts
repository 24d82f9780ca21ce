// Reads the documents of one graph: from memory, or through the planning thread, each operation once at a time.
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, getOperationAST, parse } from 'graphql';
import type { DocumentBounds } from '../guard/document-bounds';
import { tooComplex } from '../guard/refusal';
import { requestTimedOut } from '../guard/request-deadline';
import { refuseLength } from '../guard/scan-tokens';
import type { GraphDifference } from './carry/graph-difference';
import { isTouched } from './carry/operation-reach';
import { type KnownDocument, type RefusedDocument, createDocumentCache } from './document-cache';
import { isLasting, toRefusal } from './document-errors';
import { type Flight, createFlight } from './flight';
import type { ReadAnswer } from './planning-messages';
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
  /** What is remembered of it, or seen at once: a text that is too long is neither sent to the thread nor remembered. */
  find(asked: Pick<AskedDocument, 'text' | 'operationName'>): DocumentAnswer | undefined;
  read(asked: AskedDocument, signal?: AbortSignal): Promise<DocumentAnswer>;
  /** The plan of a document that was read here; it lives as long as its document. */
  planOf(document: DocumentNode): QueryPlan | undefined;
  mostUsed(count: number): KnownDocument[];
  /** Takes over from another graph what `difference` cannot have touched. */
  carry(documents: KnownDocument[], difference: GraphDifference): void;
  /** Reads what another graph's reader knew and is not known here, one after the other, for as long as there is time (milliseconds). */
  warm(documents: KnownDocument[], within: number): Promise<void>;
}

export interface DocumentReaderOptions {
  worker: PlanningWorker;
  source: GraphSource;
  bounds: DocumentBounds;
}

export function createDocumentReader({ worker, source, bounds }: DocumentReaderOptions): DocumentReader {
  const cache = createDocumentCache();
  const flights = new Map<string, Flight<DocumentAnswer>>();
  const plans = new WeakMap<DocumentNode, QueryPlan>();
  return {
    source,
    find: (asked) => refuseLong(asked.text, bounds) ?? cache.find(keyOf(withinText(asked))),
    read: (asked, signal) => read(withinText(asked), signal),
    planOf: (document) => plans.get(document),
    mostUsed: (count) => cache.mostUsed(count),
    carry(documents, difference) {
      for (const known of documents)
        if (!cache.has(keyOf(known)) && !isTouched(known.reach, difference)) keepCarried(known);
    },
    async warm(documents, within) {
      const until = performance.now() + within;
      for (const { uses, ...known } of documents) {
        if (cache.has(keyOf(known))) continue;
        const answer = performance.now() <= until && (await ask(known, undefined, known.document));
        if (answer && answer.kind === 'known') answer.uses = fade(uses);
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

  /** The plan is an object of its own: what was compiled of the old one belongs to the old graph. */
  function keepCarried(known: KnownDocument): void {
    const plan = known.plan && { ...known.plan };
    if (plan) plans.set(known.document, plan);
    cache.keep(keyOf(known), { ...known, plan, uses: fade(known.uses) });
  }

  async function ask(
    asked: AskedDocument,
    signal?: AbortSignal,
    parsed?: DocumentNode,
  ): Promise<DocumentAnswer> {
    const { text, operationName } = asked;
    const answer = await worker.read(source, { text, operationName }, signal);
    if (answer.kind !== 'read') {
      const refusal = toRefusal(answer, text);
      if (isLasting(answer)) cache.keepRefusal(keyOf(asked), refusal);
      return refusal;
    }
    // Parsing is linear, and a text that comes this far is short.
    const document = parsed ?? parse(text, { maxTokens: bounds.tokens });
    const plan = answer.plan === undefined ? undefined : (JSON.parse(answer.plan) as QueryPlan);
    if (plan) plans.set(document, plan);
    const known = toKnown(asked, answer, { document, plan });
    cache.keep(keyOf(asked), known);
    return known;
  }
}

function toKnown(
  { text, hash, operationName }: AskedDocument,
  { coordinates = [], reach }: Extract<ReadAnswer, { kind: 'read' }>,
  { document, plan }: Pick<KnownDocument, 'document' | 'plan'>,
): KnownDocument {
  const operation = getOperationAST(document, operationName)?.operation;
  return { kind: 'known', document, plan, operation, coordinates, reach, text, hash, operationName, uses: 1 };
}

/** Old use counts for less and less, so that what is not asked any more is forgotten. */
function fade(uses: number): number {
  return Math.ceil(uses / 2);
}

/** In the planning thread's own words; here it bounds what one request can make the cache hold. */
function refuseLong(text: string, bounds: DocumentBounds): RefusedDocument | undefined {
  const refusal = refuseLength(text, bounds);
  return refusal && { kind: 'refused', errors: [tooComplex(refusal)] };
}

/** A name that is longer than the text is none of its operations: the empty name, which no operation has, stands for it. */
function withinText<Asked extends Pick<AskedDocument, 'text' | 'operationName'>>(asked: Asked): Asked {
  const { text, operationName = '' } = asked;
  return operationName.length > text.length ? { ...asked, operationName: '' } : asked;
}

/** Whatever a client calls its operation, two of them never have one key. */
function keyOf({ text, operationName }: Pick<AskedDocument, 'text' | 'operationName'>): string {
  return operationName === undefined ? ` ${text}` : `${operationName.length} ${operationName} ${text}`;
}
