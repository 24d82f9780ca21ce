// Draws argument values: ids that exist, dangle, are malformed or another's, filters by kind of input, pages, homes.
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { rowId, type Row } from '../../../subgraphs/demonstration/rows';
import { addDays } from '../../../subgraphs/kit/clock';
import type { Value } from './case';
import type { Dice } from './dice';
import { HOMES, STRANGER, TODAY } from './world-rows';

export interface Sources {
  dice: Dice;
  rows: Map<string, Row['values'][]>;
  /** Whether values that are refused may be drawn. */
  faulty: boolean;
}

const MALFORMED = ['', 'A', 'a..b', 'a.resource', 'north.resource.zzzz', '甲'];

/** An id that might be a row's of this type. */
export function drawId({ dice, rows, faulty }: Sources, type: string): string {
  const own = rows.get(type) ?? [];
  const known = (): string =>
    own.length > 0 ? dice.pick(own).id : rowId(dice.pick(HOMES), 'thing', `thing:${dice.roll(4)}`);
  if (type === 'Organization')
    return dice.chance(faulty ? 0.05 : 0) ? dice.pick(MALFORMED) : dice.pick(HOMES);
  return dice.weighted<() => string>(
    [14, known],
    [1, () => rowId(dice.pick(HOMES), 'resource', `dangling:${dice.roll(4)}`)],
    [0.7, () => rowId(STRANGER, 'resource', `stranger:${dice.roll(4)}`)],
    [0.7, () => drawAnyId({ dice, rows, faulty })],
    [0.5, () => dice.pick(HOMES)],
    [faulty ? 0.5 : 0, () => dice.pick(MALFORMED)],
  )();
}

/** An id of a row of whatever type. */
export function drawAnyId({ dice, rows }: Sources): string {
  return dice.pick(dice.pick([...rows.values()])).id;
}

/** At least one home that is known, or none at all: what nobody answers is null with the layer. */
export function drawHomes({ dice, faulty }: Sources): Value {
  if (dice.chance(0.06)) return [];
  if (dice.chance(0.05)) return null;
  const homes = dice.some(HOMES, 1, dice.chance(0.4) ? 2 : HOMES.length);
  if (dice.chance(0.1)) homes.push(STRANGER);
  if (dice.chance(0.15)) homes.push(homes[0]!);
  if (faulty && dice.chance(0.04)) homes.push(dice.pick(['A', 'north.resource.0drbq9xkbjbc67g53p98mw8jme']));
  return homes;
}

/** A filter of `<Noun>Filter`: its values are mostly those that rows have. */
export function drawFilter(sources: Sources, type: GraphQLInputObjectType): Value {
  const { dice, rows } = sources;
  const noun = rows.get(type.name.replace(/Filter$/, '')) ?? [];
  const all = Object.values(type.getFields());
  const terms = all.filter((field) => !isListType(getNullableType(field.type)));
  const fields = dice.some(all, dice.chance(0.1) ? 0 : 1, dice.chance(0.7) ? 1 : 3);
  if (terms.length > 0 && dice.chance(0.35)) fields.splice(0, 1, dice.pick(terms));
  return Object.fromEntries(
    fields.map((field) => [field.name, dice.chance(0.05) ? null : drawFilterValue(sources, field, noun)]),
  );
}

function drawFilterValue(sources: Sources, field: GraphQLInputField, noun: Row['values'][]): Value {
  const { dice } = sources;
  const type = getNullableType(field.type);
  if (!isListType(type)) return drawInput(sources, field);
  const stored = noun
    .map((row) => row[`${field.name}Id`] ?? row[field.name])
    .filter((value) => typeof value === 'string');
  const one = (): Value =>
    stored.length > 0 && !dice.chance(0.15)
      ? (dice.pick(stored) as string)
      : drawInput(sources, { ...field, type: type.ofType as GraphQLInputType });
  const list = Array.from({ length: dice.chance(0.04) ? 0 : 1 + dice.roll(dice.chance(0.3) ? 6 : 2) }, one);
  return dice.chance(0.1) && list.length > 0 ? [...list, list[0]!] : list;
}

/** Any value of an input type. */
export function drawInput(
  sources: Sources,
  { name, type: declared }: GraphQLInputField | GraphQLArgument,
): Value {
  const { dice, faulty } = sources;
  const type = getNullableType(declared);
  if (isListType(type))
    return [drawInput(sources, { name, type: type.ofType as GraphQLInputType } as GraphQLArgument)];
  if (isEnumType(type)) return dice.pick(type.getValues()).name;
  if (isInputObjectType(type)) return drawInputObject(sources, type);
  switch (getNamedType(type).name) {
    case 'Boolean':
      return dice.chance(0.5);
    case 'Int':
      return name.endsWith('Offset') ? dice.roll(9) - 4 : dice.pick([0, 1, 2, 5, 9, 10, 11, 100]);
    case 'ID':
      return dice.chance(0.5)
        ? dice.pick([...HOMES, STRANGER])
        : faulty && dice.chance(0.1)
          ? dice.pick(MALFORMED)
          : drawAnyId(sources);
    case 'Day':
      return faulty && dice.chance(0.05)
        ? dice.pick(['2026-02-30', 'today'])
        : addDays(TODAY, dice.roll(9) - 4);
    case 'DateTime':
      return faulty && dice.chance(0.05)
        ? 'now'
        : `${addDays(TODAY, dice.roll(7) - 3)}T${dice.pick(['00:00:00+08:00', '05:00:00Z', '10:30:00.5+08:00'])}`;
    default:
      return /^(from|until)$/.test(name)
        ? dice.pick(['08:00', '09:30', '12:00', '20:00', ...(faulty ? ['24:00', '8'] : [])])
        : dice.pick(['甲', '', 'a', '😀', '\'"\\\n']);
  }
}

/** A range is a period or ends; elsewhere what is required and some of the rest. */
function drawInputObject(sources: Sources, type: GraphQLInputObjectType): Value {
  const { dice } = sources;
  const fields = Object.values(type.getFields());
  const period = fields.find(({ name }) => name === 'period');
  const optional = fields.filter(
    (field) => field !== period && !(isNonNullType(field.type) && field.defaultValue === undefined),
  );
  const required = fields.filter((field) => field !== period && !optional.includes(field));
  const chosen =
    period && dice.chance(0.3)
      ? [period]
      : [...required, ...dice.some(optional, dice.chance(0.05) ? 0 : 1, 2)];
  const drawn: Record<string, Value> = Object.fromEntries(
    chosen.map((field) => [field.name, drawInput(sources, field)]),
  );
  return sources.faulty ? drawn : inOrder(drawn);
}

/** Ends in order, so that most ranges are not refused. */
function inOrder(drawn: Record<string, Value>): Record<string, Value> {
  const swapped = { ...drawn };
  for (const [low, high] of [
    ['from', 'to'],
    ['fromOffset', 'toOffset'],
    ['from', 'before'],
    ['from', 'until'],
    ['min', 'max'],
  ] as const) {
    const [a, b] = [swapped[low], swapped[high]];
    if (a !== undefined && b !== undefined && a! > b!) [swapped[low], swapped[high]] = [b, a];
  }
  return swapped;
}
