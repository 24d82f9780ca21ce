// The members of one type: itself, its interfaces, members, values, fields and their arguments, each with the subgraphs that define it.
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  print,
} from 'graphql';
import { argumentOf, stringOf } from '../../../access/to-plannable';
import type { Member, TypeFacts } from '../graph-members';
import { shapeOf, visibleText } from '../visible-text';
import { graphOf, joinsOf, says } from './joins';

export const NOTHING = { definers: [], overrides: [], provides: [], shape: '' };

export function* membersOf(
  definition: TypeDefinitionNode,
  facts: TypeFacts,
  subgraphs: ReadonlyMap<string, string>,
): Iterable<[key: string, member: Member]> {
  const type = definition.name.value;
  const text = visibleText(definition);
  const shape = definition.kind;
  yield [type, { ...NOTHING, type, coordinate: type, kind: 'type', text, definers: facts.definers, shape }];
  yield* interfacesOf(definition, subgraphs);
  yield* unionMembersOf(definition, subgraphs);
  yield* enumValuesOf(definition, subgraphs);
  for (const field of ('fields' in definition && definition.fields) || [])
    yield* fieldMembers(field, type, { facts, subgraphs });
}

type Entries = Iterable<[key: string, member: Member]>;
type Subgraphs = ReadonlyMap<string, string>;

function* interfacesOf(definition: TypeDefinitionNode, subgraphs: Subgraphs): Entries {
  const type = definition.name.value;
  for (const { name } of ('interfaces' in definition && definition.interfaces) || []) {
    const named = name.value;
    const definers = graphsNaming(joinsOf(definition, 'join__implements'), {
      argument: 'interface',
      named,
      subgraphs,
    });
    const base = { ...NOTHING, type, coordinate: type, text: named, shape: named };
    yield [`${type} implements ${named}`, { ...base, kind: 'interface', definers }];
  }
}

function* unionMembersOf(definition: TypeDefinitionNode, subgraphs: Subgraphs): Entries {
  const type = definition.name.value;
  for (const { name } of ('types' in definition && definition.types) || []) {
    const named = name.value;
    const definers = graphsNaming(joinsOf(definition, 'join__unionMember'), {
      argument: 'member',
      named,
      subgraphs,
    });
    const base = { ...NOTHING, type, coordinate: type, text: named, shape: named };
    yield [`${type} = ${named}`, { ...base, kind: 'unionMember', definers }];
  }
}

function* enumValuesOf(definition: TypeDefinitionNode, subgraphs: Subgraphs): Entries {
  const type = definition.name.value;
  for (const value of ('values' in definition && definition.values) || []) {
    const coordinate = `${type}.${value.name.value}`;
    const definers = joinsOf(value, 'join__enumValue').flatMap((it) => graphOf(it, subgraphs) ?? []);
    yield [
      coordinate,
      { ...NOTHING, type, kind: 'enumValue', coordinate, text: visibleText(value), definers },
    ];
  }
}

interface Naming {
  argument: string;
  named: string;
  subgraphs: Subgraphs;
}

function graphsNaming(joins: ConstDirectiveNode[], { argument, named, subgraphs }: Naming): string[] {
  return joins
    .filter((it) => stringOf(argumentOf(it, argument)) === named)
    .flatMap((it) => graphOf(it, subgraphs) ?? []);
}

function* fieldMembers(
  field: FieldDefinitionNode | InputValueDefinitionNode,
  type: string,
  { facts, subgraphs }: { facts: TypeFacts; subgraphs: ReadonlyMap<string, string> },
): Iterable<[key: string, member: Member]> {
  const coordinate = `${type}.${field.name.value}`;
  const joins = joinsOf(field, 'join__field');
  const own = joins.filter((it) => !says(it, 'external', true) && !says(it, 'usedOverridden', true));
  const definers = joins.length === 0 ? facts.definers : own.flatMap((it) => graphOf(it, subgraphs) ?? []);
  const named = (argument: string) =>
    joins.flatMap((it) => {
      const value = stringOf(argumentOf(it, argument));
      return value === undefined ? [] : [{ by: graphOf(it, subgraphs) ?? '', value }];
    });
  yield [
    coordinate,
    {
      kind: field.kind === Kind.FIELD_DEFINITION ? 'field' : 'inputField',
      coordinate,
      type,
      text: visibleText(field),
      definers,
      shape: shapeOf(field.type),
      defaultValue: defaultOf(field),
      overrides: named('override').map(({ by, value }) => ({ by, from: value })),
      provides: named('provides').map(({ by, value }) => ({ by, fields: value })),
    },
  ];
  for (const argument of ('arguments' in field && field.arguments) || []) {
    const place = `${coordinate}(${argument.name.value}:)`;
    yield [
      place,
      {
        ...NOTHING,
        kind: 'argument',
        coordinate: place,
        type,
        text: visibleText(argument),
        definers,
        shape: shapeOf(argument.type),
        defaultValue: defaultOf(argument),
      },
    ];
  }
}

function defaultOf(node: FieldDefinitionNode | InputValueDefinitionNode): string | undefined {
  return 'defaultValue' in node && node.defaultValue ? print(node.defaultValue) : undefined;
}
