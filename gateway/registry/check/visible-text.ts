// What clients, planners and guards see of one member of a graph, as a text that two graphs are compared by.
import { type ConstDirectiveNode, type ConstValueNode, Kind, type TypeNode, print } from 'graphql';

interface Visible {
  directives?: readonly ConstDirectiveNode[];
  kind: Kind;
  name: { value: string };
  description?: { value: string };
  type?: TypeNode;
  defaultValue?: ConstValueNode;
}

/** Directives in one order, so that who composes first changes nothing. Printing all of a graph would take far longer. */
export function visibleText({ kind, name, description, type, defaultValue, directives }: Visible): string {
  const visible = (directives ?? [])
    .filter((it) => !it.name.value.startsWith('join__'))
    .map((it) => print(it));
  return [
    description && `"""${description.value}"""`,
    type ? `${name.value}: ${shapeOf(type)}` : `${KEYWORDS[kind] ?? ''} ${name.value}`.trim(),
    defaultValue && `= ${print(defaultValue)}`,
    ...visible.sort(),
  ]
    .filter(Boolean)
    .join(' ');
}

const KEYWORDS: Partial<Record<Kind, string>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'type',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
};

export function shapeOf(type: TypeNode): string {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value;
  return type.kind === Kind.LIST_TYPE ? `[${shapeOf(type.type)}]` : `${shapeOf(type.type)}!`;
}
