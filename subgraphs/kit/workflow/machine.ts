// A noun's state machine, declared once: from it come the mutations, who may, what is checked and what is kept.
import type { EntityManager } from 'typeorm';
import { referencesIn } from '../noun/references';
import { specOf, type Class, type GraphQLTypeThunk, type NounSpec } from '../noun/spec';
import type { RecordColumns } from '../record';
import type { Actor } from './actor';
import type { Made } from './make-row';
import type { Move } from './move-row';
import type { Refusal } from './refusal';
import type { Role } from './role';
import { defineSteps } from './workflow-step';

/** A row of a noun that passes through steps. */
export interface WorkflowRow extends RecordColumns {
  version: number;
  state?: string | null;
}

/** An input that is no column of the noun. */
export interface InputField {
  type: GraphQLTypeThunk;
  description: string;
  required?: boolean;
}

/** A mutation at another owner, that follows from a step here; delivered at least once, applied once. */
export interface Message {
  mutation: string;
  input: Record<string, unknown>;
}

/** One step under way, inside its transaction and with its home locked. */
export interface Step<Row = WorkflowRow> {
  manager: EntityManager;
  actor: Actor;
  now: string;
  today: string;
  /** The row before the step; of a creation, the new row as it will be stored. */
  row: Row;
  /** What a creation is made under, e.g. the resource of a booking. */
  parent: RecordColumns | null;
  /** The columns that the input gives, checked and in stored form. */
  values: Partial<Row>;
  /** The rest of the input. */
  input: Record<string, unknown>;
  /** Sends a mutation to another owner when, and only when, this step is committed. */
  send: (message: Message) => void;
  /** Moves another row of the home to a state that follows from this step. */
  move: (move: Move) => Promise<void>;
  /** Makes another row of the home that follows from this step; its id. */
  make: (made: Made) => Promise<string>;
}

type Outcome<T> = T | Promise<T>;

interface Action<Row> {
  /** `中文。 English.` */
  description: string;
  who: readonly Role<never>[];
  /** Columns that the input may give; of a creation they are as required as the column. */
  takes?: readonly (keyof Row & string)[];
  /** Columns that the input must give. */
  requires?: readonly (keyof Row & string)[];
  more?: Record<string, InputField>;
  reasonRequired?: true;
  /** Why it cannot be done; nothing when it can. Changes nothing. */
  check?: (step: Step<Row>) => Outcome<Refusal | null | undefined>;
  /** Further column values. */
  change?: (step: Step<Row>) => Outcome<Partial<Row>>;
  /** Changes of other rows of the home, and messages to other owners, after the row is written. */
  effects?: (step: Step<Row>) => Outcome<void>;
}

/** A step from some states to another; without `to` the state stays. */
export interface Transition<Row = WorkflowRow> extends Action<Row> {
  from?: readonly string[];
  to?: string;
  /** In place of `to`: to the state that it had before it came to this one. */
  back?: true;
}

/** Makes a row: at the caller's own home, or under a row of another. */
export interface Creation<Row = WorkflowRow> extends Action<Row> {
  /** The reference to the row that it is made under. */
  under?: keyof Row & string;
  to?: string;
}

export interface MachineOptions<Row> {
  /** The states; absent for a noun that has none. */
  states?: Record<string, string>;
  /** States that the noun comes to by steps of other nouns. */
  followed?: readonly string[];
  creations: Record<string, Creation<Row>>;
  transitions: Record<string, Transition<Row>>;
}

export interface Machine {
  spec: NounSpec;
  states: readonly string[];
  creations: Record<string, Creation<never>>;
  transitions: Record<string, Transition<never>>;
}

/** Throws a sentence for a machine that does not hold together. */
export function createMachine<Row>(noun: Class<Row>, options: MachineOptions<Row>): Machine {
  const states = Object.keys(options.states ?? {});
  const { creations, transitions } = options;
  const machine = { spec: specOf(noun), states, creations, transitions } as unknown as Machine;
  const faults = [
    ...Object.entries(creations).flatMap(([name, { to }]) => unknownStates(states, name, to ? [to] : [])),
    ...Object.entries(transitions).flatMap(([name, { from = [], to }]) =>
      unknownStates(states, name, to ? [...from, to] : from),
    ),
    ...unreachable(machine, options.followed),
  ];
  if (faults.length > 0) throw new Error(`${noun.name}: ${faults.join('; ')}`);
  defineSteps(noun);
  return machine;
}

function unknownStates(states: readonly string[], action: string, used: readonly string[]): string[] {
  return used.filter((state) => !states.includes(state)).map((state) => `${action} names no state: ${state}`);
}

function unreachable(
  { states, creations, transitions }: Machine,
  followed: readonly string[] = [],
): string[] {
  const actions = [...Object.values(creations), ...Object.values(transitions)];
  const reached = new Set([...followed, ...actions.map(({ to }) => to)]);
  return states.filter((state) => !reached.has(state)).map((state) => `nothing leads to the state ${state}`);
}

/** The noun of the row that a creation is made under. */
export function parentOf({ spec }: Machine, under: string): Class {
  const reference = referencesIn(spec.target).find(({ column }) => column.property === under);
  if (!reference || reference.foreign) throw new Error(`${spec.name}.${under} is no @Local reference`);
  return reference.target();
}
