// Which subgraphs define a type, by which keys, and which only refer to it.
import type { ConstDirectiveNode, TypeDefinitionNode } from 'graphql';
import { argumentOf, stringOf } from '../../../access/to-plannable';
import type { TypeFacts } from '../graph-members';
import { graphOf, joinsOf, says } from './joins';

export function factsOf(definition: TypeDefinitionNode, subgraphs: ReadonlyMap<string, string>): TypeFacts {
  const joins = joinsOf(definition, 'join__type');
  const by = (join: ConstDirectiveNode) => graphOf(join, subgraphs)!;
  const keys = joins.flatMap((join) => {
    const fields = stringOf(argumentOf(join, 'key'));
    return fields === undefined
      ? []
      : [{ by: by(join), fields, resolvable: !says(join, 'resolvable', false) }];
  });
  return {
    kind: definition.kind,
    definers: [...new Set(joins.map(by))],
    keys,
    guests: new Set(
      joins.filter((it) => says(it, 'extension', true) || says(it, 'resolvable', false)).map(by),
    ),
    interfaceObjectIn: joins.filter((it) => says(it, 'isInterfaceObject', true)).map(by),
  };
}
