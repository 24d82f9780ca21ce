// Leaf values of an answer: what the API schema allows as it is, the rest is an error.
import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Whether a value that a subgraph sent may stand for the type. Subgraphs serialize; nothing is converted here. */
export type IsLeaf = (value: unknown) => boolean;

const BUILT_IN: Record<string, IsLeaf> = {
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) < 1e21,
  Float: (value) => Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || (Number.isInteger(value) && Math.abs(value as number) < 1e21),
};

/** Undefined when any JSON value is allowed, which is so for custom scalars. */
export function leafCheck(type: GraphQLLeafType): IsLeaf | undefined {
  if (!isEnumType(type)) return BUILT_IN[type.name];
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => names.has(value);
}
