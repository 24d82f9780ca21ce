// Plans one operation of a valid document; what the planner will not plan is refused, not failed.
import { type Schema, operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, Kind, getOperationAST, visit } from 'graphql';
import type { ReadAnswer } from './planning-messages';
import { asErrors } from './read-document';

export interface PlanningSchema {
  api: Schema;
  planner: QueryPlanner;
}

export function planDocument(
  { api, planner }: PlanningSchema,
  document: DocumentNode,
  operationName: string | undefined,
): ReadAnswer {
  const operation = getOperationAST(document, operationName);
  if (!operation) return { kind: 'read', plan: undefined };
  if (operation.operation === 'subscription') return refused(NO_SUBSCRIPTIONS, 'GRAPHQL_VALIDATION_FAILED');
  if (!api.schemaDefinition.rootType(operation.operation))
    return refused(
      `Schema is not configured to execute ${operation.operation} operation.`,
      'GRAPHQL_VALIDATION_FAILED',
    );
  try {
    const asked = withoutIntrospection(document);
    const plan = planner.buildQueryPlan(operationFromDocument(api, asked, { operationName }));
    return { kind: 'read', plan: JSON.stringify(plan) };
  } catch (error) {
    if (isLimit(error)) return { kind: 'refused', ...asErrors(BEYOND_PLANNING) };
    throw error;
  }
}

/** The serving thread answers `__schema` and `__type` itself; the planner knows less of them than graphql-js does. */
function withoutIntrospection(document: DocumentNode): DocumentNode {
  return visit(document, {
    FragmentDefinition: ({ typeCondition }) => (typeCondition.name.value.startsWith('__') ? null : undefined),
    Field(field) {
      const { name, alias = name } = field;
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      return { ...field, name: TYPENAME, alias, arguments: [], selectionSet: undefined };
    },
  });
}

const TYPENAME = { kind: Kind.NAME, value: '__typename' } as const;

/** The planner's own limits, and a stack that is used up. */
function isLimit(error: unknown): boolean {
  if (error instanceof RangeError) return true;
  return error instanceof Error && /\bexceed(?:s|ed)\b/i.test(error.message);
}

function refused(message: string, code: string): ReadAnswer {
  return { kind: 'refused', errors: [{ message, code }] };
}

const NO_SUBSCRIPTIONS = '这里不支持订阅；请用查询。 Subscriptions are not offered here; ask with a query.';

/** Also what a document is told that ran past its budget of time or memory. */
export const BEYOND_PLANNING = {
  zh: '这个查询太复杂，无法在限定的时间内制定取数计划；请减少嵌套和片段，或拆成几个查询。',
  en: 'This operation is too complex to be planned within the budget; nest less, use fewer fragments, or split it.',
};
