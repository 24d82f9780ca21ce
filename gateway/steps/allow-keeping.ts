// Lets a client keep the whole answer to a question that it asks by the hash alone, as long as it asks whether it still stands.
import type { AnswerHook } from './operation-steps';

/** Private: no proxy keeps it. An answer with errors or without a home may be whole a moment later, and is never kept. */
export const allowKeeping: AnswerHook = {
  name: 'keeping',
  apply(answer, { method, isByHash, homes }) {
    if (method !== 'GET' || !isByHash || !answer.hasData || answer.errors) return;
    if (answer.status !== undefined && answer.status !== 200) return;
    if (homes.summary().missing.length > 0) return;
    (answer.headers ??= {})['cache-control'] = 'private, no-cache';
    answer.headers.vary = 'Origin, Accept, Authorization';
  },
};
