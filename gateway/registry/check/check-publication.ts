// Checks a proposed change of the graph: one verdict with every reason at once; never throws, whatever was published.
import type { Verdict } from '../verdict';
import type { CheckInput, ComposedGraph } from './check-input';

export interface CheckResult {
  verdict: Verdict;
  /** The graph as it would be; present when it composes, loads and plans, whether or not somebody must approve it. */
  composed?: ComposedGraph;
}

/** Plain data in and out: may run in a worker thread. */
export function checkPublication(_input: CheckInput): CheckResult {
  throw new Error('The rules are being written.');
}
