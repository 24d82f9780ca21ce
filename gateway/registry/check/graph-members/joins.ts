// What composition writes beside each definition: the `join__` directives, by which it is known whose it is.
import { type ConstDirectiveNode, Kind } from 'graphql';
import { argumentOf, stringOf } from '../../../access/to-plannable';

interface Directed {
  directives?: readonly ConstDirectiveNode[];
}

export function joinsOf({ directives }: Directed, name: string): ConstDirectiveNode[] {
  return (directives ?? []).filter((it) => it.name.value === name);
}

export function graphOf(
  join: ConstDirectiveNode,
  subgraphs: ReadonlyMap<string, string>,
): string | undefined {
  const graph = stringOf(argumentOf(join, 'graph'));
  return graph === undefined ? undefined : subgraphs.get(graph);
}

export function says(join: ConstDirectiveNode, argument: string, value: boolean): boolean {
  const given = argumentOf(join, argument);
  return given?.kind === Kind.BOOLEAN && given.value === value;
}
