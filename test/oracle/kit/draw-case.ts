// Draws a case: root fields, and selections as deep as asked, from what the contract's schema allows.
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { Arg, Case, Condition, FieldNode, FragmentNode, Node, Value } from './case';
import type { Dice } from './dice';
import { drawArguments } from './draw-arguments';
import { drawAnyId, drawId, type Sources } from './draw-values';
import {
  isConnection,
  isHomeLocal,
  isSummary,
  rowsByType,
  subjects,
  type AnyField,
  type RootKind,
  type Subject,
} from './subject';
import { CONTRACTS, type World } from './world';
import { HOMES, STRANGER } from './world-rows';

interface Drawing extends Sources {
  subject: Subject;
  /** Fields that may still be drawn. */
  budget: { left: number };
}

interface Place {
  /** Entities that may still stand inside one another. */
  depth: number;
  /** How many objects may stand here at once. */
  width: number;
  /** Inside a list or summary of one home, which the layer asks of one and the one database of all. */
  oneHome: boolean;
  /** On an organization that nobody serves: its own lists are empty with the layer, and said to be so. */
  unserved: boolean;
}

const rowsOfWorld = new WeakMap<World, ReturnType<typeof rowsByType>>();

export function drawCase(dice: Dice, worlds: readonly World[]): Case {
  const world = dice.roll(worlds.length);
  const contract = dice.pick(CONTRACTS);
  let rows = rowsOfWorld.get(worlds[world]!);
  if (!rows) rowsOfWorld.set(worlds[world]!, (rows = rowsByType(worlds[world]!.rows)));
  const subject = subjects.get(contract)!;
  const budget = { left: 6 + dice.roll(dice.chance(0.3) ? 60 : 25) };
  const drawing: Drawing = { dice, rows: ownRows(rows, subject), faulty: dice.chance(0.12), subject, budget };
  const roots = Array.from({ length: dice.weighted([6, 1], [3, 2], [1, 3]) }, () => drawRoot(drawing));
  return { world, contract, keysFirst: dice.chance(0.3), roots: maybeWrapped(drawing, 'Query', roots) };
}

/** The rows of this contract's types; other contracts' are ids here. */
function ownRows(rows: ReturnType<typeof rowsByType>, { schema }: Subject): ReturnType<typeof rowsByType> {
  return new Map([...rows].filter(([type]) => schema.getType(type)));
}

function drawRoot(drawing: Drawing): FieldNode {
  const { dice, subject } = drawing;
  const kind = dice.weighted<RootKind>(
    [1, 'by id'],
    [2, 'by ids'],
    [4, 'list'],
    [2, 'summary'],
    [4, 'entities'],
  );
  const place: Place = {
    depth: dice.weighted([1, 0], [2, 1], [3, 2], [3, 3], [2, 4], [1, 5]),
    width: 1,
    oneHome: false,
    unserved: false,
  };
  return kind === 'entities'
    ? drawEntities(drawing, subject.roots.entities[0]!, place)
    : drawField(drawing, 'Query', dice.pick(subject.roots[kind]), place);
}

function drawField(drawing: Drawing, on: string, field: AnyField, place: Place): FieldNode {
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

function drawCondition(dice: Dice, probability: number): Condition | null {
  if (!dice.chance(probability)) return null;
  return {
    directive: dice.chance(0.5) ? 'include' : 'skip',
    value: dice.chance(0.5),
    variable: dice.chance(0.6),
  };
}

function drawSelections(drawing: Drawing, type: GraphQLObjectType, place: Place): Node[] {
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
]);

function chooseOfObject({ dice }: Drawing, fields: AnyField[]): AnyField[] {
  const chosen = fields.filter(({ name }) =>
    dice.chance(OFTEN.has(name) ? 0.75 : fields.length > 8 ? 0.25 : 0.45),
  );
  const again = chosen.filter(
    ({ name }) => (name === 'edges' || name === 'node' || name === 'groups') && dice.chance(0.12),
  );
  return chosen.length + again.length > 0 ? [...chosen, ...again] : [dice.pick(fields)];
}

/** Puts some of the nodes into a fragment. */
function maybeWrapped(drawing: Drawing, type: string, nodes: Node[]): Node[] {
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

function typeNameOn(on: string): FieldNode {
  return plainOn(on, '__typename');
}

/** `_entities` with representations of several types: duplicates, dangling, unknown, of another type's row. */
function drawEntities(drawing: Drawing, field: AnyField, place: Place): FieldNode {
  const { dice, subject, budget } = drawing;
  budget.left -= 1;
  const types = dice.some(subject.entities, 1, dice.chance(0.6) ? 1 : 3);
  const organization = subject.entities.find(({ name }) => name === 'Organization')!;
  if (dice.chance(0.35) && !types.includes(organization)) types.push(organization);
  const unserved = dice.chance(0.1);
  const count = 1 + dice.roll(6);
  const representations: Value[] = Array.from({ length: count }, () =>
    drawRepresentation(drawing, dice.pick(types), unserved),
  );
  if (dice.chance(0.5)) representations.splice(dice.roll(count + 1), 0, dice.pick(representations));
  const selected = dice.chance(0.1) ? dice.some(types, 1, types.length) : types;
  const fragments = selected.map((type): FragmentNode => {
    const inner = { ...place, width: count + 1, unserved: unserved && type === organization };
    return {
      kind: 'fragment',
      on: type.name,
      within: '_Entity',
      style: dice.chance(0.3) ? 'named' : 'inline',
      condition: null,
      selections: drawSelections(drawing, type, inner),
    };
  });
  const again = dice.chance(0.15)
    ? [
        fragmentAgain(drawing, dice.pick(selected), {
          ...place,
          depth: Math.min(1, place.depth),
          width: count + 1,
          unserved,
        }),
      ]
    : [];
  const args: Arg[] = [
    {
      name: 'representations',
      value: representations,
      style: dice.chance(0.8) ? 'variable' : dice.chance(0.5) ? 'literal' : 'members',
    },
  ];
  return {
    kind: 'field',
    on: 'Query',
    name: field.name,
    alias: dice.chance(0.8) ? 'field' : null,
    args,
    condition: drawCondition(dice, 0.05),
    selections: [...(dice.chance(0.5) ? [typeNameOn('_Entity')] : []), ...fragments, ...again],
  };
}

function fragmentAgain(drawing: Drawing, type: GraphQLObjectType, place: Place): FragmentNode {
  return {
    kind: 'fragment',
    on: type.name,
    within: '_Entity',
    style: 'inline',
    condition: drawCondition(drawing.dice, 0.3),
    selections: drawSelections(drawing, type, place),
  };
}

function drawRepresentation(drawing: Drawing, { name }: GraphQLObjectType, unserved: boolean): Value {
  const { dice } = drawing;
  if (name !== 'Organization') return { __typename: name, id: drawId(drawing, name) };
  const id =
    unserved && dice.chance(0.5) ? STRANGER : dice.chance(0.06) ? drawAnyId(drawing) : drawId(drawing, name);
  return { __typename: name, id: dice.chance(0.05) ? dice.pick(HOMES) : id };
}
