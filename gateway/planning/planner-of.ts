// The planner that the engine asks: the plan came with the document, so there is nothing to wait for.
import type { QueryPlan } from '@apollo/query-planner';
import { print } from 'graphql';
import type { PlannableOperation, Planner } from '../execution/planner';
import type { DocumentReader } from './document-reader';

export function plannerOf(reader: DocumentReader): Planner {
  return {
    planOf: (operation) => reader.planOf(operation.document) ?? planStranger(reader, operation),
  };
}

/** A document that was not read here is read now, by its text. */
async function planStranger(
  reader: DocumentReader,
  { document, operationName, id }: PlannableOperation,
): Promise<QueryPlan> {
  const asked = { text: print(document), hash: `stranger ${id}`, operationName };
  const answer = reader.find(asked) ?? (await reader.read(asked));
  if (answer.kind === 'refused') throw answer.errors[0]!;
  if (!answer.plan)
    throw new Error('A document without the operation that is to be planned came to the planner.');
  return answer.plan;
}
