// Draws what is selected of a type: fields, lists and references, aliased, in fragments, behind conditions, as deep as asked.
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { Condition, FieldNode, FragmentNode, Node } from './case';
import type { Dice } from './dice';
import { drawArguments } from './draw-arguments';
import type { Sources } from './draw-values';
import { isConnection, isHomeLocal, isSummary, type AnyField, type Subject } from './subject';

export interface Drawing extends Sources {
  subject: Subject;
  /** Fields that may still be drawn. */
  budget: { left: number };
}

export interface Place {
  /** Entities that may still stand inside one another. */
  depth: number;
  /** How many objects may stand here at once. */
  width: number;
  /** Inside a list or summary of one home, which the layer asks of one and the one database of all. */
  oneHome: boolean;
  /** On an organization that nobody serves: its own lists are empty with the layer, and said to be so. */
  unserved: boolean;
}

export function drawField(drawing: Drawing, on: string, field: AnyField, place: Place): FieldNode {
  const { dice, budget } = drawing;
  budget.left -= 1;
  const type = getNamedType(field.type);
  const isList = isConnection(field);
  const limit = isList && place.width > 1 ? Math.max(1, Math.min(3, Math.floor(60 / place.width))) : null;
  const args = drawArguments(drawing, field, limit);
  const inner: Place = {
    ...place,
    depth:
      isList || isSummary(field) || !isObjectType(type) || !drawing.subject.isEntity(type.name)
        ? place.depth
        : place.depth - 1,
    width: place.width * (isList ? (limit ?? 20) : isSummary(field) ? 4 : 1),
    oneHome: isList || isSummary(field) ? isHomeLocal(field) : place.oneHome,
    unserved: false,
  };
  const selections = isObjectType(type) ? drawSelections(drawing, type, inner) : null;
  return {
    kind: 'field',
    on,
    name: field.name,
    alias: drawAlias(drawing, on),
    args,
    condition: drawCondition(dice, 0.06),
    selections,
  };
}

/** Once in a while the name of another field of the type, to mix them up. */
function drawAlias({ dice, subject }: Drawing, on: string): string | null {
  const type = subject.schema.getType(on);
  if (!dice.chance(0.3)) return 'field';
  return dice.chance(0.3) && isObjectType(type)
    ? dice.pick(Object.keys(type.getFields()).filter((name) => !name.startsWith('_')))
    : null;
}

export function drawCondition(dice: Dice, probability: number): Condition | null {
  if (!dice.chance(probability)) return null;
  return {
    directive: dice.chance(0.5) ? 'include' : 'skip',
    value: dice.chance(0.5),
    variable: dice.chance(0.6),
  };
}

export function drawSelections(drawing: Drawing, type: GraphQLObjectType, place: Place): Node[] {
  const { dice, subject } = drawing;
  const fields = Object.values(type.getFields()).filter((field) => maySelect(drawing, type, field, place));
  const nodes: Node[] = dice.chance(0.25) ? [typeNameOn(type.name)] : [];
  const chosen = subject.isEntity(type.name)
    ? chooseOfEntity(drawing, fields, place)
    : chooseOfObject(drawing, fields);
  for (const field of chosen) nodes.push(drawField(drawing, type.name, field, place));
  if (nodes.length === 0)
    nodes.push(subject.isEntity(type.name) ? plainOn(type.name, 'id') : typeNameOn(type.name));
  return maybeWrapped(drawing, type.name, nodes);
}

function maySelect(
  { subject, budget }: Drawing,
  type: GraphQLObjectType,
  field: AnyField,
  { depth, oneHome, unserved }: Place,
): boolean {
  const named = getNamedType(field.type);
  if (type.name === 'Coverage' && oneHome && (field.name === 'asked' || field.name === 'answered'))
    return false;
  if (unserved && isHomeLocal(field)) return false;
  if (isLeafType(named)) return true;
  if (budget.left <= 0)
    return named.name === 'Coverage' || named.name === 'PageInfo' || named.name === 'MissingHome';
  return depth > 0 || !(subject.isEntity(named.name) || isConnection(field) || isSummary(field));
}

function chooseOfEntity({ dice, budget }: Drawing, fields: AnyField[], { depth, width }: Place): AnyField[] {
  const leaves = fields.filter(({ type }) => isLeafType(getNamedType(type)));
  const lists = fields.filter((field) => isConnection(field) || isSummary(field));
  const objects = fields.filter((field) => !leaves.includes(field) && !lists.includes(field));
  const some = depth > 0 && budget.left > 0 ? 2 : 0;
  const chosen = [
    ...dice.some(leaves, 0, 3),
    ...dice.some(objects, 0, some),
    ...dice.some(lists, 0, width > 40 ? Math.min(1, some) : some),
  ];
  // Organizations are known by their key; references to rows are where an answer must come from elsewhere.
  const rows = objects.filter(({ type }) => getNamedType(type).name !== 'Organization');
  if (some > 0 && rows.length > 0 && dice.chance(0.4)) chosen.push(dice.pick(rows));
  if (chosen.length > 0 && dice.chance(0.15)) chosen.push(dice.pick(chosen));
  return dice.some(chosen, chosen.length, chosen.length);
}

const OFTEN = new Set([
  'edges',
  'node',
  'groups',
  'pageInfo',
  'hasNextPage',
  'hasPreviousPage',
  'key',
  'fen',
  'knownFen',
]);

function chooseOfObject({ dice }: Drawing, fields: AnyField[]): AnyField[] {
  const chosen = fields.filter(({ name, type }) =>
    dice.chance(
      OFTEN.has(name) || getNamedType(type).name === 'MoneyTotal' ? 0.75 : fields.length > 8 ? 0.25 : 0.45,
    ),
  );
  const again = chosen.filter(
    ({ name }) => (name === 'edges' || name === 'node' || name === 'groups') && dice.chance(0.12),
  );
  return chosen.length + again.length > 0 ? [...chosen, ...again] : [dice.pick(fields)];
}

/** Puts some of the nodes into a fragment. */
export function maybeWrapped(drawing: Drawing, type: string, nodes: Node[]): Node[] {
  const { dice } = drawing;
  if (!dice.chance(0.18)) return nodes;
  const from = dice.roll(nodes.length);
  const to = from + 1 + dice.roll(nodes.length - from);
  const inside = nodes.slice(from, to);
  const style = dice.weighted<FragmentNode['style']>([4, 'inline'], [3, 'named'], [1, 'named-twice']);
  const fragment: FragmentNode = {
    kind: 'fragment',
    on: style === 'inline' && dice.chance(0.4) ? null : type,
    within: type,
    style,
    condition: drawCondition(dice, 0.35),
    selections: inside,
  };
  const beside = dice.chance(0.2) ? inside.slice(0, 1) : [];
  return [...nodes.slice(0, from), fragment, ...nodes.slice(to), ...beside];
}

function plainOn(on: string, name: string): FieldNode {
  return { kind: 'field', on, name, alias: 'field', args: [], condition: null, selections: null };
}

export function typeNameOn(on: string): FieldNode {
  return plainOn(on, '__typename');
}
