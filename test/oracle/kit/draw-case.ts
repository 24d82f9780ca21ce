// Draws a case: a contract of a world and one to three root fields, representations of entities among them.
import type { GraphQLObjectType } from 'graphql';
import type { Arg, Case, FieldNode, FragmentNode, Value } from './case';
import type { Dice } from './dice';
import {
  drawCondition,
  drawField,
  drawSelections,
  maybeWrapped,
  typeNameOn,
  type Drawing,
  type Place,
} from './draw-selection';
import { drawAnyId, drawId } from './draw-values';
import { rowsByType, subjects, type AnyField, type RootKind, type Subject } from './subject';
import { CONTRACTS, type World } from './world';
import { HOMES, STRANGER } from './world-rows';

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
