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

export function createHttpSource(options: HttpSourceOptions): SubgraphSource<ShardingContext> {
  const { subgraph, poster, log } = options;
  const urls = new WeakMap<ShardList, string>();
  const starts = new WeakMap<FetchOperation, string>();
  return {
    fetch({ operation, variables }, { list, signal, deadline }) {
      const url = options.url ?? urlOf(list);
      if (url === '') return silent('no shard of the list speaks it');
      const body = `${startOf(operation)}${variables}}`;
      const repeatable = operation.kind === 'query';
      return poster.post({ url, body, signal, deadline, repeatable }).then((answer) => {
        if (answer.kind === 'answered') return { data: answer.data, errors: answer.errors.map(toError) };
        return isOver(answer, deadline) ? failed(requestTimedOut()) : silent(answer.why);
      });
    },
  };

  function urlOf(list: ShardList): string {
    let url = urls.get(list);
    if (url === undefined) {
      const shard = list.shards.find(({ contracts }) => contracts.includes(subgraph));
      urls.set(list, (url = shard ? `${shard.url}/${subgraph}` : ''));
      poster.keepOnly([url]);
    }
    return url;
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

function isOver({ why }: Extract<ShardAnswer, { kind: 'silent' }>, deadline: number | undefined): boolean {
  return why === 'aborted' || (deadline !== undefined && Date.now() >= deadline);
}

function failed(error: SubgraphError): SubgraphAnswer {
  return { data: null, errors: [{ message: error.message, extensions: error.extensions }] };
}

function toError({ message, path, code = 'INTERNAL' }: ShardError): SubgraphError {
  return { message, path, extensions: { code } };
}
