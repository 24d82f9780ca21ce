// Runs a query once for all who ask the same at the same moment, as the same one; each of them may leave without the others.
import type { Answer, PreparedOperation } from '../execution/prepared-operation';
import { type Flight, createFlight } from '../planning/flight';
import type { KnownDocument } from '../planning/document-cache';
import { type HomesRecord, createHomesRecord } from '../sharding/homes-record';
import type { ShardingContext } from '../sharding/sharding-context';
import type { Exchange } from './reply';

export interface SharedAnswer {
  answer: Answer<string>;
  /** Of the run: whoever shares it learns the same homes. */
  homes: HomesRecord;
}

export interface SharedQuery {
  /** One for each version of the graph, document and operation. */
  known: KnownDocument;
  prepared: PreparedOperation;
  variables: Record<string, unknown> | undefined;
}

interface Run {
  flight: Flight<SharedAnswer | undefined>;
  /** Milliseconds since the epoch. */
  deadline: number;
}

/** They do not change what is answered. Any other header makes a request its own kind: two identities never share. */
const WITHOUT_MEANING = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'apollo-require-preflight',
  'apollographql-client-name',
  'apollographql-client-version',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'host',
  'if-none-match',
  'keep-alive',
  'origin',
  'user-agent',
  'x-apollo-operation-name',
]);

export function createInFlightSharing() {
  const runs = new Map<string, Run>();
  const numberOf = createNumbers();

  /** Undefined when the client hung up: nobody waits for the answer. */
  return function share(
    exchange: Exchange,
    query: SharedQuery,
    context: ShardingContext,
  ): Promise<SharedAnswer | undefined> {
    const key = keyOf(exchange, query, context);
    const deadline = context.deadline ?? Infinity;
    let run = runs.get(key);
    if (!run || isLate(run, deadline)) runs.set(key, (run = start(key, query, context)));
    return run.flight.join(hangUpOf(exchange), undefined);
  };

  function keyOf({ request }: Exchange, { known, variables = {} }: SharedQuery, { list }: ShardingContext) {
    const headers = Object.entries(request.headers).filter(([name]) => !WITHOUT_MEANING.has(name));
    return JSON.stringify([numberOf(known), numberOf(list), variables, headers.sort()]);
  }

  function start(key: string, { prepared, variables }: SharedQuery, context: ShardingContext): Run {
    const homes = createHomesRecord();
    const land = () => void (runs.get(key) === run && runs.delete(key));
    const work = async (signal: AbortSignal) => {
      try {
        return {
          answer: await prepared.runToText({ variables, context: { ...context, homes, signal } }),
          homes,
        };
      } finally {
        land();
      }
    };
    const run: Run = { flight: createFlight(work, land), deadline: context.deadline ?? Infinity };
    return run;
  }
}

/** Who comes when half of the time is gone starts a run of its own. */
function isLate(run: Run, deadline: number): boolean {
  const now = Date.now();
  return run.deadline - now < (deadline - now) / 2;
}

/** The deadline is the run's own, which no later comer's is before. */
function hangUpOf({ response }: Exchange): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

/** A number for each object, as long as it lives. */
function createNumbers() {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  return function numberOf(object: object): number {
    let number = numbers.get(object);
    if (number === undefined) numbers.set(object, (number = last += 1));
    return number;
  };
}
