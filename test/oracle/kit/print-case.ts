// Prints a case as a document and its variables, with response names that never conflict.
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from 'graphql';
import type { LayerRequest } from '../../../gateway/sharding/sharding-layer';
import {
  isCursorPick,
  type Arg,
  type Case,
  type Condition,
  type CursorPick,
  type FieldNode,
  type FragmentNode,
  type Node,
  type Value,
} from './case';
import { objectOf, subjects, type AnyField, type Subject } from './subject';

/** The cursor that stands for a pick; undefined when the list has none. */
export type ReadCursor = (field: FieldNode, pick: CursorPick) => string | undefined;

interface Printing {
  subject: Subject;
  readCursor: ReadCursor;
  definitions: string[];
  variables: Record<string, unknown>;
  /** Names of the variables that @include and @skip read. */
  conditions: string[];
  fragments: string[];
  serial: number;
  /** What each response name stands for, by the place of the selection. */
  taken: Map<string, string>;
}

export interface Printed extends LayerRequest {
  variables: Record<string, unknown>;
  conditions: string[];
}

export function printCase(asked: Case, readCursor: ReadCursor): Printed {
  const printing: Printing = {
    subject: subjects.get(asked.contract)!,
    readCursor,
    definitions: [],
    variables: {},
    conditions: [],
    fragments: [],
    serial: 0,
    taken: new Map(),
  };
  const body = printNodes(printing, asked.roots, '');
  const definitions = printing.definitions.length > 0 ? `(${printing.definitions.join(', ')})` : '';
  return {
    query: [`query${definitions} ${body}`, ...printing.fragments].join('\n'),
    variables: printing.variables,
    conditions: printing.conditions,
  };
}

function printNodes(printing: Printing, nodes: readonly Node[], place: string): string {
  return `{ ${nodes.map((node) => (node.kind === 'field' ? printField(printing, node, place) : printFragment(printing, node, place))).join(' ')} }`;
}

/** Types of a union must not share response names, for their fields differ. */
function printFragment(printing: Printing, node: FragmentNode, place: string): string {
  const inner = node.within === '_Entity' ? `${place}|${node.on}` : place;
  const condition = printCondition(printing, node.condition);
  const body = printNodes(printing, node.selections, inner);
  if (node.style === 'inline') return `...${node.on ? ` on ${node.on}` : ''}${condition} ${body}`;
  const name = `F${printing.serial++}`;
  printing.fragments.push(`fragment ${name} on ${node.on} ${body}`);
  return node.style === 'named-twice' ? `...${name}${condition} ...${name}` : `...${name}${condition}`;
}

function printField(printing: Printing, node: FieldNode, place: string): string {
  const args = node.args.flatMap((arg) => printArgument(printing, node, arg) ?? []).join(', ');
  const written = `${node.name}${args ? `(${args})` : ''}`;
  const response = responseName(printing, node, place, written);
  const head = response === node.name ? written : `${response}: ${written}`;
  const inner = node.selections ? ` ${printNodes(printing, node.selections, `${place}/${response}`)}` : '';
  return `${head}${printCondition(printing, node.condition)}${inner}`;
}

function responseName(printing: Printing, node: FieldNode, place: string, written: string): string {
  const { taken } = printing;
  const prefix =
    place.includes('|') && !place.slice(place.lastIndexOf('|')).includes('/') && node.on !== '_Entity'
      ? `${place.slice(place.lastIndexOf('|') + 1)}_`
      : '';
  const own = node.name === '__typename' || (node.name === 'id' && prefix !== '') ? '' : prefix;
  const wishes =
    node.alias === null
      ? []
      : node.alias === 'field'
        ? [`${own}${node.name}`]
        : [`${prefix}${node.alias}`, `${own}${node.name}`];
  const isFree = (name: string) => {
    const other = taken.get(`${place}/${name}`);
    return other === undefined ? !(name === 'id' && prefix !== '' && node.name !== 'id') : other === written;
  };
  const response = wishes.find(isFree) ?? `${prefix}x${printing.serial++}`;
  taken.set(`${place}/${response}`, written);
  return response;
}

function printCondition(printing: Printing, condition: Condition | null): string {
  if (!condition) return '';
  if (!condition.variable) return ` @${condition.directive}(if: ${condition.value})`;
  const name = define(printing, 'Boolean!', condition.value);
  printing.conditions.push(name);
  return ` @${condition.directive}(if: $${name})`;
}

function define(printing: Printing, type: string, value: unknown): string {
  const name = `v${printing.serial++}`;
  printing.definitions.push(`$${name}: ${type}`);
  printing.variables[name] = value;
  return name;
}

function printArgument(printing: Printing, node: FieldNode, { name, value, style }: Arg): string | null {
  const type = fieldOf(printing.subject, node).args.find((argument) => argument.name === name)!.type;
  const concrete = isCursorPick(value) ? printing.readCursor(node, value) : value;
  if (concrete === undefined) return null;
  return `${name}: ${printStyled(printing, type, concrete, style)}`;
}

function printStyled(printing: Printing, type: GraphQLInputType, value: Value, style: Arg['style']): string {
  switch (style) {
    case 'literal':
      return printLiteral(type, value);
    case 'variable':
      return `$${define(printing, String(type), value)}`;
    case 'default':
    case 'absent': {
      const name = `v${printing.serial++}`;
      printing.definitions.push(
        `$${name}: ${type}${style === 'default' ? ` = ${printLiteral(type, value)}` : ''}`,
      );
      return `$${name}`;
    }
    case 'members':
      return printMembers(printing, type, value);
  }
}

/** Each member of an object, or item of a list, as a variable of its own. */
function printMembers(printing: Printing, declared: GraphQLInputType, value: Value): string {
  const type = getNullableType(declared);
  if (Array.isArray(value) && isListType(type))
    return `[${value.map((item) => `$${define(printing, String(type.ofType), item)}`).join(', ')}]`;
  if (typeof value !== 'object' || value === null || !isInputObjectType(type))
    return printStyled(printing, declared, value, 'variable');
  const members = Object.entries(value).map(
    ([name, member]) => `${name}: $${define(printing, String(type.getFields()[name]!.type), member)}`,
  );
  return `{ ${members.join(', ')} }`;
}

export function printLiteral(declared: GraphQLInputType, value: Value): string {
  const type = getNullableType(declared);
  if (Array.isArray(value))
    return `[${value.map((item) => printLiteral(isListType(type) ? (type.ofType as GraphQLInputType) : type, item)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(type) ? type.getFields() : {};
    return `{ ${Object.entries(value)
      .map(([name, member]) => `${name}: ${printLiteral(fields[name]?.type ?? type, member as Value)}`)
      .join(', ')} }`;
  }
  return isEnumType(getNamedType(type)) && typeof value === 'string' ? value : JSON.stringify(value);
}

export function fieldOf({ schema }: Subject, { on, name }: FieldNode): AnyField {
  return objectOf(schema, on)!.getFields()[name]!;
}
