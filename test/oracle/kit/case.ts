// What the oracle asks: an operation as a tree that can be printed and cut smaller.
import type { ContractName } from './world';

export interface Case {
  /** Which of the worlds. */
  world: number;
  contract: ContractName;
  keysFirst: boolean;
  roots: Node[];
}

export type Node = FieldNode | FragmentNode;

export interface FieldNode {
  kind: 'field';
  /** The type that it stands on. */
  on: string;
  name: string;
  /** `field`: its own name where that is free; a name: that one where it is free; else one that nothing has. */
  alias: string | null;
  args: Arg[];
  condition: Condition | null;
  /** Null on a leaf. */
  selections: Node[] | null;
}

export interface FragmentNode {
  kind: 'fragment';
  /** Null without a type condition. */
  on: string | null;
  /** The type of the selection that it stands in. */
  within: string;
  style: 'inline' | 'named' | 'named-twice';
  condition: Condition | null;
  selections: Node[];
}

export interface Condition {
  directive: 'include' | 'skip';
  value: boolean;
  variable: boolean;
}

export interface Arg {
  name: string;
  value: Value;
  /** How it is written: in the text, as a variable, as the default of a variable that is not sent, its members as variables, or a variable that is neither sent nor has a default. */
  style: 'literal' | 'variable' | 'default' | 'members' | 'absent';
}

export type Value = string | number | boolean | null | Value[] | CursorPick | { [name: string]: Value };

/** A cursor of an earlier answer of the same list; it is taken when the case is run. */
export interface CursorPick {
  cursorAt: number;
  /** Of the list the other way round. */
  misfit: boolean;
}

export function isCursorPick(value: Value | undefined): value is CursorPick {
  return typeof value === 'object' && value !== null && 'cursorAt' in value;
}

/** Every node of a case, outermost first. */
export function* nodesOf(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node;
    if (node.selections) yield* nodesOf(node.selections);
  }
}

/** Hides no argument from the answer: what a list is asked with, once the styles are forgotten. */
export function valueOf({ args }: FieldNode, name: string): Value | undefined {
  const arg = args.find((each) => each.name === name);
  return arg && arg.style !== 'absent' ? arg.value : undefined;
}
