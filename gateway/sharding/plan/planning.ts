// The state of compiling one operation.
import type { FragmentDefinitionNode, GraphQLOutputType, SelectionSetNode } from 'graphql';
import { refuse } from '../../../schema/codes';
import type { Contract } from '../contract/contract';
import type { Selection } from './operation-plan';

export interface Planning {
  contract: Contract;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables that @include and @skip read. */
  conditions: Record<string, unknown>;
  /** Response name of the root field under work. */
  root: string;
  /** Shared by all copies of this state. */
  counter: { numbers: number; fields: number };
  /** Selections nest, so the planner of one is handed down to the planners of its fields. */
  select(
    planning: Planning,
    type: GraphQLOutputType,
    sets: readonly SelectionSetNode[],
    options?: SelectOptions,
  ): Selection;
}

export interface SelectOptions {
  /** Fields that are asked in any case, under an alias of ours. */
  always?: Record<string, string>;
  /** Entities directly in this selection are cut to their key. */
  cut?: boolean;
}

/** Fields of a compiled operation; nested fragments can multiply a short text. */
const MAX_FIELDS = 20_000;

/** A number that no other ask or variable of the operation has. */
export function nextNumber({ counter }: Planning): number {
  return counter.numbers++;
}

export function countField({ counter }: Planning): void {
  counter.fields += 1;
  if (counter.fields <= MAX_FIELDS) return;
  throw refuse('TOO_MANY', {
    zh: `查询展开后超过 ${MAX_FIELDS} 个字段；请减少嵌套的片段。`,
    en: `The operation expands to more than ${MAX_FIELDS} fields; use fewer nested fragments.`,
  });
}
