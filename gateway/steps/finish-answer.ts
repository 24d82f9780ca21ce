// The last hand on an answer: which homes were asked, each error once, and a status that tells our faults from the caller's.
import type { AnswerHook } from './operation-steps';

/**
 * Apollo drops a data source's extensions, so the layer records the homes on the context. What Apollo adds itself
 * (`valueCompletion`: nulls that it put for missing objects) is left out: such a null says all that a caller may know.
 */
export const reportHomes: AnswerHook = {
  name: 'homes',
  apply(answer, { homes }) {
    const summary = homes.summary();
    const { valueCompletion: _, ...rest } = answer.extensions ?? {};
    const extensions = summary.asked > 0 ? { ...rest, homes: summary } : rest;
    answer.extensions = Object.keys(extensions).length > 0 ? extensions : undefined;
  },
};

/** Several fetches of one plan may fail alike at one place that the caller knows. */
export const eachErrorOnce: AnswerHook = {
  name: 'each-error-once',
  apply(answer) {
    if (!answer.errors) return;
    answer.errors = [...new Map(answer.errors.map((error) => [JSON.stringify(error), error])).values()];
  },
};

const OUR_FAULTS: Record<string, number> = { INTERNAL: 500, TIMEOUT: 504, SUBGRAPH_UNAVAILABLE: 502 };

/** Apollo answers 400 whenever there is no data at all, also when the fault is ours. */
export const statusOfFailure: AnswerHook = {
  name: 'status-of-failure',
  apply(answer) {
    if (answer.hasData) return;
    const code = answer.errors?.[0]?.extensions?.code;
    answer.status = (typeof code === 'string' ? OUR_FAULTS[code] : undefined) ?? answer.status;
  },
};
