// Remembers parsed documents and their plans: one plan per text, operation name and values of the @include and @skip variables.
import { GraphQLError } from 'graphql';
import type { Contract } from '../contract/contract';
import { createBoundedCache, type BoundedCache } from './bounded-cache';
import type { OperationPlan } from './operation-plan';
import { DocumentRefused, parseOperation, type OperationText, type ParsedOperation } from './parse-operation';
import { planOperation } from './plan-operation';

export interface PlanCache {
  /** Throws DocumentRefused. */
  parse(asked: OperationText): ParsedOperation;
  plan(parsed: ParsedOperation, variables: Record<string, unknown>): OperationPlan;
}

const MAX_DOCUMENTS = 1_000;
/** With every condition on and off a document has many plans; only some are kept. */
const MAX_VARIANTS = 16;

export function createPlanCache(contract: Contract): PlanCache {
  const documents = createBoundedCache<ParsedOperation>(MAX_DOCUMENTS);
  const plans = new WeakMap<ParsedOperation, BoundedCache<OperationPlan>>();
  return {
    parse: (asked) =>
      documents.get(`${asked.operationName ?? ''}\n${asked.query}`, () =>
        parseOperation(contract.schema, asked),
      ),
    plan(parsed, variables) {
      let variants = plans.get(parsed);
      if (!variants) plans.set(parsed, (variants = createBoundedCache(MAX_VARIANTS)));
      const key = parsed.conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
      return variants.get(key, () => refusing(() => planOperation(contract, parsed, variables)));
    },
  };
}

function refusing<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof GraphQLError ? new DocumentRefused([error]) : error;
  }
}
