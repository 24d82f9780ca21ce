// A subgraph over HTTP: at the address of its publication, or at the one shard of the request's list that speaks its contract.
import type { Logger } from 'pino';
import { requestTimedOut } from '../../guard/request-deadline';
import type { ShardList } from '../../sharding/shard-list';
import type { ShardingContext } from '../../sharding/sharding-context';
import type { ShardAnswer, ShardError } from '../../sharding/transport';
import { notAsked, unavailable } from '../../sources/place-errors';
import type { JsonPoster } from './post-json';
import type { FetchOperation, SubgraphAnswer, SubgraphError, SubgraphSource } from './subgraph-source';

export interface HttpSourceOptions {
  /** Its name in the supergraph; of a contract, the contract's. */
  subgraph: string;
  /** Where it was published; absent where the list of shards tells. */
  url?: string;
  /** Its own, for it closes the connections to where the contract no longer is. */
  poster: JsonPoster;
  log: Logger;
}

interface Place {
  url: string;
  /** The shard's name; absent from a published subgraph, which is not told who asks. */
  audience?: string;
}

export function createHttpSource(options: HttpSourceOptions): SubgraphSource<ShardingContext> {
  const { subgraph, poster, log } = options;
  const places = new WeakMap<ShardList, Place>();
  const starts = new WeakMap<FetchOperation, string>();
  return {
    fetch({ operation, variables }, { list, signal, deadline, actor }) {
      const { url, audience } = options.url === undefined ? placeOf(list) : { url: options.url };
      if (url === '') return silent('no shard of the list speaks it');
      const body = `${startOf(operation)}${variables}}`;
      const repeatable = operation.kind === 'query';
      return poster.post({ url, body, signal, deadline, repeatable, audience, actor }).then((answer) => {
        if (answer.kind === 'answered') return toAnswer(answer);
        return isOver(answer, deadline) ? failed(requestTimedOut()) : silent(answer.why);
      });
    },
  };

  function placeOf(list: ShardList): Place {
    let place = places.get(list);
    if (place === undefined) {
      const shard = list.shards.find(({ contracts }) => contracts.includes(subgraph));
      place = shard ? { url: `${shard.url}/${subgraph}`, audience: shard.name } : { url: '' };
      places.set(list, place);
      poster.keepOnly([place.url]);
    }
    return place;
  }

  /** The body up to its variables. */
  function startOf(operation: FetchOperation): string {
    let start = starts.get(operation);
    if (start === undefined)
      starts.set(operation, (start = `{"query":${JSON.stringify(operation.text)},"variables":`));
    return start;
  }

  function silent(why: string): SubgraphAnswer {
    log.warn({ subgraph, why }, 'a subgraph did not answer');
    return failed(why === 'overloaded' ? notAsked(subgraph) : unavailable(subgraph));
  }
}

function toAnswer({ data, errors, isPlain }: Extract<ShardAnswer, { kind: 'answered' }>): SubgraphAnswer {
  return { data, errors: errors.length === 0 ? undefined : errors.map(toError), isPlain };
}

function isOver({ why }: Extract<ShardAnswer, { kind: 'silent' }>, deadline: number | undefined): boolean {
  return why === 'aborted' || (deadline !== undefined && Date.now() >= deadline);
}

function failed(error: SubgraphError): SubgraphAnswer {
  return { data: null, errors: [{ message: error.message, extensions: error.extensions }] };
}

function toError({ message, path, code = 'INTERNAL' }: ShardError): SubgraphError {
  return { message, path, extensions: { code } };
}
