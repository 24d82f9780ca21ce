// Rule: every known operation is still valid and planned within its budget.
import { operationFromDocument } from '@apollo/federation-internals';
import { type DocumentNode, type GraphQLSchema, Kind, validate } from 'graphql';
import { quote } from '../../../schema/codes';
import type { LoadedSupergraph } from '../../planning/build-graph';
import type { Finding } from '../verdict';
import type { ReadOperation } from './read-operation';
import { ownTask, startWork } from '../../planning/thread-work';

export interface PlanningTerms {
  /** Operations that were not valid before are nobody's fault now. */
  before: GraphQLSchema | undefined;
  /** Milliseconds of work for one operation. */
  budget: number;
  street: string;
  /** What the change cannot touch is valid and planned as it was. */
  isTouched(document: DocumentNode): boolean;
}

export function planOperations(
  { schema, api, planner }: LoadedSupergraph,
  operations: ReadOperation[],
  { before, budget, street, isTouched }: PlanningTerms,
): Finding[] {
  return operations.flatMap((operation) => {
    if (!isTouched(operation.parsed)) return [];
    const [fault] = validate(schema, operation.parsed);
    if (fault) return wasValid(operation) ? [becomesInvalid(operation.name, fault.message, street)] : [];
    return planWithin(operation.parsed) ?? [unplannable(operation.name, budget)];
  });

  function wasValid({ parsed }: ReadOperation): boolean {
    return !before || validate(before, parsed).length === 0;
  }

  /** The first plan of a fresh planner is slow, so only two slow ones count. */
  function planWithin(document: DocumentNode): Finding[] | undefined {
    return plansIn(document) <= budget || plansIn(document) <= budget ? [] : undefined;
  }

  function plansIn(document: DocumentNode): number {
    const work = startWork(ownTask());
    try {
      for (const it of document.definitions)
        if (it.kind === Kind.OPERATION_DEFINITION)
          planner.buildQueryPlan(operationFromDocument(api, document, { operationName: it.name?.value }));
    } catch {
      return Infinity;
    }
    return work();
  }
}

function becomesInvalid(name: string, message: string, approver: string): Finding {
  return {
    rule: 'OPERATION_INVALID',
    severity: 'NEEDS_APPROVAL',
    approver,
    sentence: {
      zh: `已知查询 ${quote(name)} 将不再有效：${message}`,
      en: `The known operation ${quote(name)} would no longer be valid: ${message}`,
    },
    suggestion: {
      zh: '保留它所用的字段，或先改写该查询。',
      en: 'Keep the fields that it uses, or rewrite it first.',
    },
  };
}

function unplannable(name: string, budget: number): Finding {
  return {
    rule: 'OPERATION_UNPLANNABLE',
    severity: 'ERROR',
    sentence: {
      zh: `已知查询 ${quote(name)} 无法在 ${budget} 毫秒内制定取数计划。`,
      en: `The known operation ${quote(name)} cannot be planned within ${budget} milliseconds.`,
    },
    suggestion: {
      zh: '减少 @shareable 的重复字段和实体的键：每多一处可取之处，计划就成倍增加。',
      en: 'Use fewer @shareable copies of fields and fewer keys: each further place to ask multiplies the plans.',
    },
  };
}
