// Takes a step in the world of the model, or says why it is not taken.
import { mayTake, wrongState, type Fault, type Rule, type Taking, type Type } from './machine';
import type { Asker, Message, Row, World } from './world';
import { COBUILDING } from './cobuilding';
import { CONFERENCE } from './conference';
import { SHARING } from './sharing';

export const TYPES: Record<string, Type> = { ...SHARING, ...CONFERENCE, ...COBUILDING };

export interface Named {
  typeName: string;
  type: Type;
  rule: Rule;
}

const NAMED = new Map<string, Named>(
  Object.entries(TYPES).flatMap(([typeName, type]) =>
    Object.entries(type.rules).map(([name, rule]) => [name, { typeName, type, rule }] as const),
  ),
);

export const ACTIONS = [...NAMED.keys()];

export function namedRule(action: string): Named {
  const named = NAMED.get(action);
  if (!named) throw new Error(`The model knows no ${action}`);
  return named;
}

/** What was done: the row, or why not. */
export type Taken = { row: Row; fault: null } | { row: null; fault: Fault };

/** `input` is that of the mutation, without the key. */
export function take(world: World, action: string, asker: Asker, input: Record<string, any>): Taken {
  const named = namedRule(action);
  const taking = prepare(world, named, asker, input);
  const fault = taking ? faultIn(named, taking) : { code: 'NOT_FOUND' };
  if (!taking || fault) return { row: null, fault: fault! };
  return { row: carryOut(action, named, taking), fault: null };
}

export function prepare(
  world: World,
  { typeName, type, rule }: Named,
  asker: Asker,
  input: Record<string, any>,
): Taking | null {
  if (!rule.creates) {
    const row = world.find(input.id);
    return row ? takingOf({ world, asker, row, parent: null, input }) : null;
  }
  const parent = rule.under ? (world.find(input[rule.under]) ?? null) : null;
  const home = parent ? parent.home : (input.home as string);
  if (rule.under && !parent) return null;
  const columns = { ...type.defaults, ...columnsOf(rule, without(input, ['home'])) };
  const row = { ...columns, type: typeName, id: 'NEW', home, state: null, version: 0, steps: [] } as Row;
  return takingOf({ world, asker, row, parent, input: without(input, ['home']) });
}

function takingOf(facts: Omit<Taking, 'follow' | 'make'>): Taking {
  const taking: Taking = {
    ...facts,
    follow: (...told) => follow(taking, ...told),
    make: (...told) => make(taking, ...told),
  };
  return taking;
}

function faultIn({ rule }: Named, taking: Taking): Fault | null {
  const { world, asker, row, parent, input } = taking;
  const { expectedVersion } = input;
  if (!mayTake(rule, rule.creates ? (parent ?? row) : row, asker, world)) return { code: 'NOT_ALLOWED' };
  if (expectedVersion !== undefined && expectedVersion !== row.version) return { code: 'STALE_VERSION' };
  if (rule.reason && !input.reason) return { code: 'INVALID_INPUT' };
  const judged = judgedRow(rule, taking);
  if (rule.states && !rule.states.includes(judged.state!)) return wrongState(judged, rule.states);
  const fault = rule.check?.(taking);
  return fault ? (typeof fault === 'string' ? { code: fault } : fault) : null;
}

/** The row whose state decides. */
export function judgedRow(
  { of }: Rule,
  { world, row, parent }: Pick<Taking, 'world' | 'row' | 'parent'>,
): Row {
  return of ? world.row(row[of]) : (parent ?? row);
}

function carryOut(action: string, { typeName, type, rule }: Named, taking: Taking): Row {
  const { world, asker, input } = taking;
  const before = taking.row;
  const row = rule.creates
    ? world.add({ ...before, type: typeName, home: before.home, state: null, steps: [] })
    : before;
  const stored = takingOf({ ...taking, row });
  const change = rule.change?.(stored) ?? {};
  const fromState = row.state;
  const to = rule.back ? stateBefore(row) : rule.to;
  Object.assign(row, columnsOf(rule, input), change);
  if (!rule.creates) row.version += 1;
  if (to) {
    row.state = to;
    keepChange(world, type, row, asker, input);
  }
  // The history has the step that follows from this one in the order of versions.
  row.steps!.push({
    action,
    fromState,
    toState: row.state,
    version: row.version,
    organization: asker.organization,
  });
  rule.effect?.(stored);
  return row;
}

function stateBefore({ steps, state }: Row): string {
  return steps!.findLast(({ toState, fromState }) => toState === state && fromState !== state)!.fromState!;
}

function keepChange(
  world: World,
  { kept = [] }: Type,
  row: Row,
  asker: Asker,
  input: Record<string, any>,
): void {
  const said: Record<string, any> = {
    changedAt: world.now,
    changedOn: world.today,
    changedByOffice: asker.office,
    reason: input.reason ?? null,
  };
  for (const name of kept) row[name] = said[name];
}

function follow(
  taking: Taking,
  row: Row,
  to: string,
  action: string,
  columns: Record<string, any> = {},
): void {
  const { world, asker, input } = taking;
  const fromState = row.state;
  row.state = to;
  row.version += 1;
  keepChange(world, TYPES[row.type]!, row, asker, input);
  Object.assign(row, columns);
  row.steps!.push({ action, fromState, toState: to, version: row.version, organization: asker.organization });
}

function make(taking: Taking, typeName: string, columns: Record<string, any>, action: string): Row {
  const { world, asker, input, row } = taking;
  const type = TYPES[typeName]!;
  const { state = null, ...others } = columns;
  const made = world.add({ ...type.defaults, ...others, type: typeName, home: row.home, state, steps: [] });
  if (state) keepChange(world, type, made, asker, input);
  made.steps!.push({ action, fromState: null, toState: state, version: 1, organization: asker.organization });
  return made;
}

/** The first message that is on its way arrives; why it is refused, where it is. */
export function deliverNext(world: World): Fault | null {
  const message = world.messages.shift()!;
  return take(world, message.mutation, outboxOf(message), message.input).fault;
}

function outboxOf({ from }: Message): Asker {
  return { organization: from, office: '发件箱', scopes: ['outbox'], kind: 'service' };
}

function columnsOf({ beside = [] }: Rule, input: Record<string, any>): Record<string, any> {
  return without(input, [...beside, 'id', 'expectedVersion', 'reason']);
}

function without(input: Record<string, any>, names: readonly string[]): Record<string, any> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}
