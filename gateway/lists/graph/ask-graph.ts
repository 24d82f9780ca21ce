// How the lists reach the graph: as a client like any other, under the token of whoever asks.
import type { Sentence } from '../../../schema/codes';

export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

export interface GraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: GraphError[];
}

/** Rejects only where there is no answer at all. */
export type AskGraph = (query: string, variables: Record<string, unknown>) => Promise<GraphAnswer>;

/** The graph could not be asked, or did not answer completely, so that nothing can be said of any row. */
export class GraphFault extends Error {
  override readonly name = 'GraphFault';

  constructor(
    readonly code: string,
    readonly sentence: Sentence,
  ) {
    super(`${sentence.zh} ${sentence.en}`);
  }
}

export function faultOfErrors([first]: GraphError[]): GraphFault {
  const said = first?.message ?? '';
  return new GraphFault(first?.extensions?.code ?? 'INTERNAL', {
    zh: `数据图没有给出答复：${said}`,
    en: 'The graph gave no answer; see there.',
  });
}
