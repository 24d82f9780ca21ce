// Draws the arguments of a field: who is asked, which rows, in which order, which page, grouped by what, and how each is written.
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  type GraphQLArgument,
} from 'graphql';
import type { Arg, Value } from './case';
import { drawFilter, drawHomes, drawId, drawInput, type Sources } from './draw-values';
import { isConnection, type AnyField } from './subject';

/** `limit`: rows that a list may have here; null for no matter how many. */
export function drawArguments(sources: Sources, field: AnyField, limit: number | null): Arg[] {
  const values = new Map<string, Value>();
  const set = (name: string, value: Value | undefined) => value !== undefined && values.set(name, value);
  const target = getNamedType(field.type).name;
  for (const argument of field.args) {
    if (argument.name === 'id') set('id', drawId(sources, target));
    else if (argument.name === 'ids') set('ids', drawIds(sources, target));
    else if (argument.name !== 'representations') set(argument.name, drawArgument(sources, argument));
  }
  if (isConnection(field))
    for (const [name, value] of Object.entries(drawPage(sources, limit))) set(name, value);
  if (asksNobody(values.get('homes'))) for (const name of NEEDS_A_SHARD) values.delete(name);
  return [...values].map(([name, value]) => ({ name, value, style: drawStyle(sources, field, name, value) }));
}

/** The layer leaves filters and pages to shards to check; with none to ask, what is wrong with them is not told. */
const NEEDS_A_SHARD = ['filter', 'first', 'after', 'last', 'before'];

function asksNobody(homes: Value | undefined): boolean {
  return Array.isArray(homes) && homes.length === 0;
}

export function drawIds(sources: Sources, type: string): Value[] {
  const { dice } = sources;
  const ids: Value[] = Array.from({ length: dice.roll(7) }, () => drawId(sources, type));
  if (ids.length > 0 && dice.chance(0.6)) ids.splice(dice.roll(ids.length + 1), 0, dice.pick(ids));
  return ids;
}

function drawArgument(sources: Sources, argument: GraphQLArgument): Value | undefined {
  const { dice } = sources;
  const type = getNullableType(argument.type);
  switch (argument.name) {
    case 'homes':
      return dice.chance(0.35) ? drawHomes(sources) : undefined;
    case 'filter':
      if (dice.chance(0.5) || !isInputObjectType(type)) return undefined;
      return dice.chance(0.04) ? null : drawFilter(sources, type);
    case 'orderBy':
      return dice.chance(0.65) ? drawOrder(sources, argument) : undefined;
    case 'groupBy': {
      const dimension = getNamedType(type);
      if (!isEnumType(dimension) || dice.chance(0.15)) return undefined;
      const names = dimension.getValues().map(({ name }) => name);
      return dice.chance(0.03) ? [names[0]!, names[0]!] : dice.some(names, dice.chance(0.05) ? 0 : 1, 2);
    }
    default:
      return isNonNullType(argument.type) ? drawInput(sources, argument) : undefined;
  }
}

function drawOrder({ dice }: Sources, argument: GraphQLArgument): Value {
  const type = getNamedType(argument.type);
  if (!isInputObjectType(type) || dice.chance(0.03)) return null;
  const field = getNamedType(type.getFields().field!.type);
  if (!isEnumType(field)) return null;
  const order: Record<string, Value> = { field: dice.pick(field.getValues()).name };
  if (dice.chance(0.75)) order.direction = dice.chance(0.65) ? 'DESC' : 'ASC';
  return order;
}

function drawPage({ dice, faulty }: Sources, limit: number | null): Record<string, Value> {
  const page: Record<string, Value> = {};
  const size = () =>
    dice.pick(
      limit === null ? [0, 1, 2, 3, 5, 8, 20, 500] : [0, 1, 1, 2, 2, 3].filter((rows) => rows <= limit),
    );
  const cursor = (): Value => ({ cursorAt: dice.roll(30), misfit: faulty && dice.chance(0.1) });
  const fromEnd = dice.chance(0.4);
  if (limit !== null || dice.chance(0.8)) page[fromEnd ? 'last' : 'first'] = size();
  if (dice.chance(0.4)) page[fromEnd ? 'before' : 'after'] = cursor();
  if (dice.chance(0.2)) page[fromEnd ? 'after' : 'before'] = cursor();
  if (!faulty) return page;
  if (dice.chance(0.04)) page.after = 'x';
  if (dice.chance(0.04)) page.first = dice.pick([-1, 501, 1]);
  if (dice.chance(0.02)) page.last = 1;
  return page;
}

function drawStyle({ dice }: Sources, field: AnyField, name: string, value: Value): Arg['style'] {
  const argument = field.args.find((each) => each.name === name)!;
  const mayBeAbsent = !isNonNullType(argument.type) && !['first', 'last', 'homes'].includes(name);
  const hasMembers = typeof value === 'object' && value !== null && !('cursorAt' in value);
  return dice.weighted<Arg['style']>(
    [6, 'literal'],
    [4, 'variable'],
    [0.6, 'default'],
    [hasMembers ? 2 : 0, 'members'],
    [mayBeAbsent ? 0.3 : 0, 'absent'],
  );
}
