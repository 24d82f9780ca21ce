// The members of a composed graph by their coordinates: what each looks like to clients, and which subgraphs define it.
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  isTypeDefinitionNode,
  print,
} from 'graphql';
import { argumentOf, stringOf } from '../../access/to-plannable';
import { subgraphNames } from '../../planning/carry/graph-definitions';
import { shapeOf, visibleText } from './visible-text';

export type MemberKind =
  'type' | 'interface' | 'unionMember' | 'field' | 'argument' | 'enumValue' | 'inputField' | 'directive';

export interface Member {
  kind: MemberKind;
  /** Schema coordinate; for an interface of a type and a member of a union that of the type or union. */
  coordinate: string;
  /** The type that it is, or that it lies in. */
  type: string;
  /** All that clients, planners and guards see of it, printed, without what composition adds. */
  text: string;
  /** Subgraphs that resolve or define it. */
  definers: string[];
  /** Printed type of a field, argument or input field; kind of a type; name of the interface or union member. */
  shape: string;
  defaultValue?: string;
  /** Subgraphs that take it away from another, with the name of that other. */
  overrides: Array<{ by: string; from: string }>;
  /** Paths that a subgraph resolves through this field although they are another's. */
  provides: Array<{ by: string; fields: string }>;
}

export interface TypeFacts {
  kind: Kind;
  /** Also of stubs. */
  definers: string[];
  /** One for each `@key` of each subgraph. */
  keys: Array<{ by: string; fields: string; resolvable: boolean }>;
  /** Subgraphs that only extend it, or only hold its key. */
  guests: Set<string>;
  interfaceObjectIn: string[];
}

export interface GraphMembers {
  members: Map<string, Member>;
  types: Map<string, TypeFacts>;
}

/** Of a supergraph; an API schema is read too, with no definers. */
export function readMembers({ definitions }: DocumentNode): GraphMembers {
  const subgraphs = subgraphNames(definitions);
  const members = new Map<string, Member>();
  const types = new Map<string, TypeFacts>();
  for (const definition of definitions) {
    const { name, facts, entries } = readDefinition(definition, subgraphs);
    if (facts) types.set(name, facts);
    for (const [key, member] of entries) members.set(key, member);
  }
  return { members, types };
}

export interface DefinitionMembers {
  name: string;
  /** Of a type. */
  facts?: TypeFacts;
  entries: Array<[key: string, member: Member]>;
}

/** What one definition says; nothing when it is of composition's own. */
export function readDefinition(
  definition: DefinitionNode,
  subgraphs: ReadonlyMap<string, string>,
): DefinitionMembers {
  if (isPlumbing(definition)) return { name: '', entries: [] };
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return readDirective(definition);
  if (!isTypeDefinitionNode(definition)) return { name: '', entries: [] };
  const facts = factsOf(definition, subgraphs);
  return { name: definition.name.value, facts, entries: [...membersOf(definition, facts, subgraphs)] };
}

function readDirective(definition: DirectiveDefinitionNode): DefinitionMembers {
  const coordinate = `@${definition.name.value}`;
  const text = print(definition);
  const member: Member = { ...NOTHING, kind: 'directive', coordinate, type: coordinate, text };
  return { name: coordinate, entries: [[coordinate, member]] };
}

const NOTHING = { definers: [], overrides: [], provides: [], shape: '' };

const PLUMBING = /^(?:join|link|federation|context|requiresScopes|policy)__|^link$/;

/** What composition adds, and the scalars of the specifications that it links; nobody may publish such names. */
function isPlumbing(definition: DefinitionNode): boolean {
  return !('name' in definition) || !definition.name || PLUMBING.test(definition.name.value);
}

function factsOf(definition: TypeDefinitionNode, subgraphs: ReadonlyMap<string, string>): TypeFacts {
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

function* membersOf(
  definition: TypeDefinitionNode,
  facts: TypeFacts,
  subgraphs: ReadonlyMap<string, string>,
): Iterable<[key: string, member: Member]> {
  const type = definition.name.value;
  const base = { ...NOTHING, type, coordinate: type };
  const { definers } = facts;
  yield [type, { ...base, kind: 'type', text: visibleText(definition), definers, shape: definition.kind }];
  const graphsOf = (joins: ConstDirectiveNode[], argument: string, name: string) =>
    joins
      .filter((it) => stringOf(argumentOf(it, argument)) === name)
      .flatMap((it) => graphOf(it, subgraphs) ?? []);
  for (const { name } of ('interfaces' in definition && definition.interfaces) || [])
    yield [
      `${type} implements ${name.value}`,
      {
        ...base,
        kind: 'interface',
        text: name.value,
        shape: name.value,
        definers: graphsOf(joinsOf(definition, 'join__implements'), 'interface', name.value),
      },
    ];
  for (const { name } of ('types' in definition && definition.types) || [])
    yield [
      `${type} = ${name.value}`,
      {
        ...base,
        kind: 'unionMember',
        text: name.value,
        shape: name.value,
        definers: graphsOf(joinsOf(definition, 'join__unionMember'), 'member', name.value),
      },
    ];
  for (const value of ('values' in definition && definition.values) || []) {
    const coordinate = `${type}.${value.name.value}`;
    const named = joinsOf(value, 'join__enumValue').flatMap((it) => graphOf(it, subgraphs) ?? []);
    yield [
      coordinate,
      { ...base, kind: 'enumValue', coordinate, text: visibleText(value), definers: named, shape: '' },
    ];
  }
  for (const field of ('fields' in definition && definition.fields) || [])
    yield* fieldMembers(field, type, { facts, subgraphs });
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

interface Directed {
  directives?: readonly ConstDirectiveNode[];
}

function joinsOf({ directives }: Directed, name: string): ConstDirectiveNode[] {
  return (directives ?? []).filter((it) => it.name.value === name);
}

function graphOf(join: ConstDirectiveNode, subgraphs: ReadonlyMap<string, string>): string | undefined {
  const graph = stringOf(argumentOf(join, 'graph'));
  return graph === undefined ? undefined : subgraphs.get(graph);
}

function says(join: ConstDirectiveNode, argument: string, value: boolean): boolean {
  const given = argumentOf(join, argument);
  return given?.kind === Kind.BOOLEAN && given.value === value;
}
