// The last hand on an answer: which homes were asked, each error once, and a status that tells our faults from the caller's.
import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { ShardingContext } from '../sharding/sharding-layer';

const OUR_FAULTS: Record<string, number> = { INTERNAL: 500, TIMEOUT: 504, SUBGRAPH_UNAVAILABLE: 502 };

export const finishAnswer: ApolloServerPlugin<ShardingContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        reportHomes(result, contextValue);
        if (result.errors) result.errors = withoutRepeats(result.errors);
        const status = statusOfFailure(result);
        if (status !== undefined) response.http.status = status;
      },
    };
  },
};

/**
 * Apollo drops a data source's extensions, so the layer records the homes on the context. What Apollo adds itself
 * (`valueCompletion`: nulls that it put for missing objects) is left out: such a null says all that a caller may know.
 */
function reportHomes(result: FormattedExecutionResult, { homes }: ShardingContext): void {
  const { valueCompletion: _, ...rest } = result.extensions ?? {};
  const summary = homes.summary();
  const extensions = summary.asked > 0 ? { ...rest, homes: summary } : rest;
  if (Object.keys(extensions).length > 0) result.extensions = extensions;
  else delete result.extensions;
}

/** Several fetches of one plan may fail alike at one place that the caller knows. */
function withoutRepeats<Shown>(errors: readonly Shown[]): Shown[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}

/** Apollo answers 400 whenever there is no data at all, also when the fault is ours. */
function statusOfFailure(result: FormattedExecutionResult): number | undefined {
  if (result.data !== undefined) return undefined;
  const code = result.errors?.[0]?.extensions?.code;
  return typeof code === 'string' ? OUR_FAULTS[code] : undefined;
}
