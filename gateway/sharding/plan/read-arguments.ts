// Coerced arguments of a field, read once when they hold no variable.
import { getArgumentValues, Kind, visit, type FieldNode } from 'graphql';
import type { Field, HomePlace } from '../contract/contract';
import type { ReadArguments } from './operation-plan';

export function argumentReader(field: Field, node: FieldNode): ReadArguments {
  if (hasVariables(node)) return (variables) => getArgumentValues(field, node, variables);
  let constant: Record<string, unknown> | undefined;
  return () => (constant ??= getArgumentValues(field, node, {}));
}

function hasVariables(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? [])
    visit(argument, { [Kind.VARIABLE]: () => void (found = true) });
  return found;
}

/** What stands at a place in the arguments; undefined when an object on the way is absent. */
export function valueAt(args: Record<string, unknown>, { path }: HomePlace): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
    args,
  );
}
