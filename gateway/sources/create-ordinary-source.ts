// The data source of an ordinary subgraph: the one shard of the request's list that speaks its contract.
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { requestTimedOut } from '../guard/request-deadline';
import type { ShardingContext } from '../sharding/sharding-layer';
import type { ShardError, ShardTransport } from '../sharding/transport';
import { atRootFields, notAsked, placeErrors, unavailable } from './place-errors';

export interface OrdinarySourceOptions {
  contract: string;
  transport: ShardTransport;
  log: Logger;
}

export function createOrdinarySource(options: OrdinarySourceOptions): GraphQLDataSource {
  const { contract, transport, log } = options;
  return { process };

  async function process({ request, context }: GraphQLDataSourceProcessOptions) {
    const { query = '', variables } = request;
    const { list, signal, deadline, actor } = context as ShardingContext;
    const shard = list.shards.find(({ contracts }) => contracts.includes(contract));
    if (!shard) return silent(query, 'no shard of the list speaks it');
    const repeatable = !/^\s*mutation\b/.test(query);
    const answer = await transport.send(
      shard,
      contract,
      { query, variables: variables && JSON.stringify(variables) },
      { signal, deadline, repeatable, actor },
    );
    if (answer.kind === 'answered') {
      return { data: answer.data, errors: placeErrors(answer.errors.map(toFormatted), query) };
    }
    const isOver = answer.why === 'aborted' || (deadline !== undefined && Date.now() >= deadline);
    if (isOver) return { data: null, errors: atRootFields(requestTimedOut(), query) };
    return silent(query, answer.why);
  }

  function silent(query: string, why: string) {
    log.warn({ subgraph: contract, why }, 'a subgraph did not answer');
    const error = why === 'overloaded' ? notAsked(contract) : unavailable(contract);
    return { data: null, errors: atRootFields(error, query) };
  }
}

function toFormatted({ message, path, code = 'INTERNAL' }: ShardError): GraphQLFormattedError {
  return { message, ...(path && { path }), extensions: { code } };
}
