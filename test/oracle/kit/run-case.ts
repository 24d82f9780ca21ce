// Asks a case of the layer and of the one database, once more with its conditions turned round, and compares.
import { getNamedType, isEnumType, isInputObjectType, type GraphQLInputType } from 'graphql';
import { isCursorPick, nodesOf, valueOf, type Case, type FieldNode, type Value } from './case';
import { differenceOf } from './compare-answers';
import { fieldOf, printCase, printLiteral, type Printed } from './print-case';
import { subjects } from './subject';
import type { World } from './world';
import { STRANGER } from './world-rows';

export interface Different {
  difference: string;
  printed: Printed;
}

/** Null when all answers are equal. */
export async function runCase(asked: Case, worlds: readonly World[]): Promise<Different | null> {
  const printed = await printForWorld(asked, worlds[asked.world]!);
  const found = await compare(asked, worlds, printed);
  if (found || printed.conditions.length === 0) return found;
  const turned = Object.fromEntries(
    printed.conditions.map((name) => [name, printed.variables[name] !== true]),
  );
  return compare(asked, worlds, { ...printed, variables: { ...printed.variables, ...turned } });
}

async function compare(asked: Case, worlds: readonly World[], printed: Printed): Promise<Different | null> {
  const { contract, keysFirst } = asked;
  const world = worlds[asked.world]!;
  const request = { query: printed.query, variables: printed.variables };
  const [layered, whole] = await Promise.all([
    world.askLayer(contract, request, keysFirst).catch((cause: unknown) => cause as Error),
    world.askWhole(contract, request),
  ]);
  const difference =
    layered instanceof Error
      ? `The layer threw: ${layered.stack}`
      : differenceOf(layered, whole, asksStranger(asked));
  return difference === null ? null : { difference, printed };
}

function asksStranger({ roots }: Case): boolean {
  return [...nodesOf(roots)].some(
    (node) => node.kind === 'field' && [valueOf(node, 'homes')].flat().includes(STRANGER),
  );
}

/** The operation with the cursors of this world in it. */
export async function printForWorld(asked: Case, world: World): Promise<Printed> {
  const cursors = new Map<string, string[]>();
  for (const node of nodesOf(asked.roots)) {
    if (node.kind !== 'field') continue;
    for (const { value } of node.args) {
      if (!isCursorPick(value)) continue;
      const question = cursorQuestion(asked, node, value.misfit);
      if (question) cursors.set(question, await askCursors(world, asked, question));
    }
  }
  return printCase(asked, (node, pick) => {
    const list = cursors.get(cursorQuestion(asked, node, pick.misfit) ?? '') ?? [];
    return list[pick.cursorAt % Math.max(1, list.length)];
  });
}

const answers = new WeakMap<World, Map<string, Promise<string[]>>>();

function askCursors(world: World, { contract }: Case, query: string): Promise<string[]> {
  let known = answers.get(world);
  if (!known) answers.set(world, (known = new Map()));
  let cursors = known.get(query);
  if (!cursors) known.set(query, (cursors = readCursors(world, contract, query)));
  return cursors;
}

async function readCursors(world: World, contract: Case['contract'], query: string): Promise<string[]> {
  const { data } = await world.askWhole(contract, { query });
  const list = data?.list as { edges: { cursor: string }[] } | null | undefined;
  return list?.edges.map(({ cursor }) => cursor) ?? [];
}

/** The whole list of the same rows, with the same filter and order: its cursors are this list's too. */
function cursorQuestion({ contract }: Case, node: FieldNode, misfit: boolean): string | null {
  const subject = subjects.get(contract)!;
  const field = fieldOf(subject, node);
  const list = subject.listOf(getNamedType(field.type).name);
  if (!list) return null;
  const print = (name: string, value: Value | undefined) => {
    const argument = list.args.find((each) => each.name === name);
    return argument && value !== undefined ? `${name}: ${printLiteral(argument.type, value)} ` : '';
  };
  const orderType = list.args.find(({ name }) => name === 'orderBy')!.type;
  const order = misfit ? turned(orderType, valueOf(node, 'orderBy')) : valueOf(node, 'orderBy');
  return `{ list: ${list.name}(${print('filter', valueOf(node, 'filter'))}${print('orderBy', order)}first: 500) { edges { cursor } } }`;
}

function turned(type: GraphQLInputType, order: Value | undefined): Value {
  const input = getNamedType(type);
  const fields = isInputObjectType(input) ? getNamedType(input.getFields().field!.type) : null;
  const said = (order ?? {}) as { field?: string; direction?: string };
  const field = said.field ?? (isEnumType(fields) ? fields.getValues()[0]!.name : '');
  return { field, direction: said.direction === 'DESC' ? 'ASC' : 'DESC' };
}
