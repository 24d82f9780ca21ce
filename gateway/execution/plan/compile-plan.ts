// Compiles a query plan into one function that runs it; no promise is made where nothing waits.
import type { ConditionNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { Run } from '../run/run';
import { type PlanSurroundings, type Step, compileFetch } from './compile-fetch';

type Path = ReadonlyArray<string | number>;

export function compilePlan({ node }: QueryPlan, around: Omit<PlanSurroundings, 'operations'>): Step {
  if (!node) return () => undefined;
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not executed here.');
  return compileNode(node, [], { ...around, operations: new Map() });
}

function compileNode(node: PlanNode, path: Path, around: PlanSurroundings): Step {
  switch (node.kind) {
    case 'Fetch':
      if (node.contextRewrites?.length) throw new Error('Fetches with @context are not executed here.');
      return compileFetch(node, path, around);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], around);
    case 'Sequence':
      return inSequence(node.nodes.map((it) => compileNode(it, path, around)));
    case 'Parallel':
      return inParallel(node.nodes.map((it) => compileNode(it, path, around)));
    case 'Condition':
      return compileCondition(node, path, around);
    case 'Defer':
      throw new Error('@defer is not executed here.');
  }
}

function compileCondition(
  { condition, ifClause, elseClause }: ConditionNode,
  path: Path,
  around: PlanSurroundings,
): Step {
  const yes = ifClause && compileNode(ifClause, path, around);
  const no = elseClause && compileNode(elseClause, path, around);
  return (run) => (run.coerced[condition] === true ? yes : no)?.(run);
}

function inSequence(steps: Step[]): Step {
  return steps.length === 1 ? steps[0]! : (run) => runFrom(steps, 0, run);
}

function runFrom(steps: Step[], first: number, run: Run): void | Promise<void> {
  for (let i = first; i < steps.length; i++) {
    const waiting = steps[i]!(run);
    if (waiting) return waiting.then(() => runFrom(steps, i + 1, run));
  }
  return undefined;
}

function inParallel(steps: Step[]): Step {
  return (run) => {
    const waiting = steps.flatMap((step) => step(run) ?? []);
    if (waiting.length <= 1) return waiting[0];
    return Promise.all(waiting).then(() => undefined);
  };
}
