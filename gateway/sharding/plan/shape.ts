// How values of a type are checked and written into the caller's answer.
import {
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  type GraphQLScalarType,
} from 'graphql';

import type { Selection, Shape } from './operation-plan';

export function leafShape(type: GraphQLOutputType): Shape {
  return wrap(type, (named) => ({
    kind: 'leaf',
    accepts: acceptor(named as GraphQLScalarType | GraphQLEnumType),
  }));
}

export function objectShape(type: GraphQLOutputType, selection: Selection): Shape {
  return wrap(type, () => ({ kind: 'object', selection }));
}

function wrap(type: GraphQLOutputType, inner: (named: GraphQLOutputType) => Shape): Shape {
  if (isNonNullType(type)) return { kind: 'non-null', of: wrap(type.ofType, inner) };
  if (isListType(type)) return { kind: 'list', of: wrap(type.ofType, inner) };
  return inner(type);
}

const SCALARS: Record<string, (value: unknown) => boolean> = {
  Int: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
};

/** Custom scalars may be any JSON (their own subgraph checked them). */
function acceptor(type: GraphQLScalarType | GraphQLEnumType): (value: unknown) => boolean {
  if (isScalarType(type)) return SCALARS[type.name] ?? (() => true);
  const names = new Set(isEnumType(type) ? type.getValues().map(({ name }) => name) : []);
  return (value) => typeof value === 'string' && names.has(value);
}
