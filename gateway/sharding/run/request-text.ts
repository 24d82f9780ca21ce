// The text of what one shard is asked: the query is put together once per plan, the caller's variables once per run.
import type { AskPlan, OperationPlan, RequestPlan } from '../plan/operation-plan';
import type { Run } from '../state/run';
import type { ShardRequest } from '../transport';

export interface Asked {
  asks: AskPlan[];
  /** The layer's own variables, as members of a JSON object. */
  variables: string;
}

export function requestOf(run: Run, kind: OperationPlan['kind'], { asks, variables }: Asked): ShardRequest {
  const { query, callers } = requestPlanOf(run.plan, kind, asks);
  const given = callers === '' ? '' : callersVariables(run, callers);
  return { query, variables: `{${variables}${variables && given ? ',' : ''}${given}}` };
}

/** As the caller sent them: each shard coerces them by the same contract. */
function callersVariables({ variables, texts }: Run, callers: string): string {
  let text = texts.get(callers);
  if (text === undefined) {
    const members = callers
      .split(' ')
      .filter((name) => Object.hasOwn(variables, name))
      .map((name) => `${JSON.stringify(name)}:${JSON.stringify(variables[name])}`);
    texts.set(callers, (text = members.join()));
  }
  return text;
}

function requestPlanOf(plan: OperationPlan, kind: string, asks: AskPlan[]): RequestPlan {
  const key = asks.length === 1 ? asks[0]!.number : asks.map(({ number }) => number).join();
  let request = plan.requests.get(key);
  if (request) return request;
  request = planRequest(plan, kind, asks);
  if (plan.requests.size < MAX_TEXTS) plan.requests.set(key, request);
  return request;
}

/** Combinations of asks that are remembered per operation. */
const MAX_TEXTS = 100;

function planRequest({ definitions }: OperationPlan, kind: string, asks: AskPlan[]): RequestPlan {
  const callers = [...new Set(asks.flatMap(({ variables }) => [...variables]))];
  const all = [...callers.map((name) => definitions.get(name)!), ...asks.flatMap((ask) => ask.definitions)];
  const head = all.length > 0 ? `(${all.join(' ')})` : '';
  const query = `${kind}${head}{${asks.map((ask) => ask.text).join(' ')}}`;
  return { query, callers: callers.join(' ') };
}
