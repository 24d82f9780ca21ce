// Asks a subgraph, once for all fetches of a run that send the same; what a source throws becomes an error.
import { cloneData } from '../run/clone-data';
import type { Joined, Run } from '../run/run';
import type { FetchOperation, SubgraphAnswer, SubgraphSource } from '../source/subgraph-source';
import type { KnownFetch } from './fetch-operation';

type Answer = SubgraphAnswer | Promise<SubgraphAnswer>;
type Ask = (run: Run, variables: string) => Answer;

export function askOnce(known: KnownFetch, source: SubgraphSource, onFault: OnFault): Ask {
  const { operation } = known;
  const toAnswer = (fault: unknown) => {
    onFault(fault, operation.subgraph);
    return FAILED;
  };
  const ask: Ask = (run, variables) => {
    try {
      const answer = source.fetch({ operation, variables }, run.context);
      return answer instanceof Promise ? answer.catch(toAnswer) : answer;
    } catch (error) {
      return toAnswer(error);
    }
  };
  if (operation.kind === 'mutation') return ask;
  return (run, variables) => {
    if (known.uses === 1) return ask(run, variables);
    return join(joinedOf(run, operation), variables, () => ask(run, variables));
  };
}

/** By the variables. */
function joinedOf(run: Run, operation: FetchOperation): Map<string, Joined> {
  run.joined ??= new Map();
  let joined = run.joined.get(operation);
  if (!joined) run.joined.set(operation, (joined = new Map()));
  return joined;
}

/** Each fetch merges its own copy: the places that they fill may grow apart later. */
function join(all: Map<string, Joined>, variables: string, ask: () => Answer): Answer {
  const known = all.get(variables);
  if (known?.spare) return cloneData(known.spare);
  if (known?.answer) return known.answer.then(() => cloneData(known.spare!));
  const joined: Joined = { answer: undefined, spare: undefined };
  all.set(variables, joined);
  const keep = (answer: SubgraphAnswer) => {
    joined.spare = cloneData(answer);
    return answer;
  };
  const answer = ask();
  if (!(answer instanceof Promise)) return keep(answer);
  joined.answer = answer.then(keep);
  return joined.answer;
}

/** Told of what a source throws, which is a fault of ours. */
export type OnFault = (fault: unknown, subgraph: string) => void;

/** No words of the fault: they may quote anything. */
const FAILED: SubgraphAnswer = {
  data: null,
  errors: [{ message: 'A source failed.', extensions: { code: 'INTERNAL' } }],
};
