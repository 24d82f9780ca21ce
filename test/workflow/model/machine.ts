// What the domain says may be done with a type, as plain data: who, in which states, to which state, on which conditions and with what effects.
import type { Asker, Row, World } from './world';

/** Why a step is not taken; of a wrong state also whose state it is and where it would be allowed. */
export interface Fault {
  code: string;
  id?: string;
  state?: string | null;
  allowedIn?: readonly string[];
}

/** One step as it is asked for. */
export interface Taking {
  world: World;
  asker: Asker;
  /** The row; of a creation, the new one. */
  row: Row;
  /** What a creation is made under. */
  parent: Row | null;
  /** Columns and other inputs that were given. */
  input: Record<string, any>;
  /** Another row comes to a state that follows from this step. */
  follow: (row: Row, to: string, action: string, columns?: Record<string, any>) => void;
  /** Another row is made by this step. */
  make: (type: string, columns: Record<string, any>, action: string) => Row;
}

export interface Holder {
  /** The organizations; null for any. */
  organizations: (row: Row, world: World) => (string | null)[] | null;
  scope?: string;
}

export interface Rule {
  by: Holder[];
  /** The column that names what a creation is made under; a creation without it is made at the asker's own home. */
  under?: string;
  creates?: true;
  /** The states in which it is allowed: of the row, of what a creation is made under, or of what `of` names. */
  states?: readonly string[];
  of?: string;
  /** States of what `of` names that it cannot be in once the row is there. */
  past?: readonly string[];
  to?: string;
  /** In place of `to`: to the state before the one it is in. */
  back?: true;
  reason?: true;
  /** Inputs that are no columns. */
  beside?: readonly string[];
  /** An input that is accepted as far as its form goes. */
  sample?: (taking: Pick<Taking, 'world' | 'row' | 'asker'>) => Record<string, any>;
  check?: (taking: Taking) => Fault | string | null | undefined | false;
  change?: (taking: Taking) => Record<string, any>;
  effect?: (taking: Taking) => void;
}

export interface Type {
  contract: 'sharing' | 'conference' | 'cobuilding';
  singular: string;
  /** The list of the graph. */
  plural: string;
  states?: readonly string[];
  /** What is kept of a change of state, of `changedAt`, `changedOn`, `changedByOffice` and `reason`. */
  kept?: readonly string[];
  /** What is compared beside id, state, version and history. */
  columns: readonly string[];
  /** Columns with a value where none is given. */
  defaults?: Record<string, any>;
  /** What the graph derives of a row and never stores. */
  derived?: Record<string, (row: Row, world: World) => unknown>;
  rules: Record<string, Rule>;
}

export const owner: Holder = { organizations: ({ home }) => [home] };
export const anybody: Holder = { organizations: () => null };

export function named(column: string): Holder {
  return { organizations: (row) => [row[column]] };
}

export function withScope(scope: string): Holder {
  return { organizations: () => null, scope };
}

export function mayTake({ by }: Rule, row: Row, asker: Asker, world: World): boolean {
  return by.some(({ organizations, scope }) => {
    if (scope && !asker.scopes.includes(scope)) return false;
    return organizations(row, world)?.includes(asker.organization) ?? true;
  });
}

export function wrongState({ id, state }: Row, allowedIn: readonly string[]): Fault {
  return { code: 'NOT_ALLOWED_IN_STATE', id, state, allowedIn };
}

/** Whether a row that a step refers to is in one of these states; a fault where it is not. */
export function unless(row: Row, allowedIn: readonly string[]): Fault | null {
  return allowedIn.includes(row.state!) ? null : wrongState(row, allowedIn);
}

export const why = { sample: () => ({ reason: '按约定办理' }), reason: true } as const;

/** Owned and described, but without states: entered once and changed at will. */
export function described(
  names: { create: string; update?: string; under?: string },
  sample: Record<string, any> = {},
): Record<string, Rule> {
  const { create, update, under } = names;
  return {
    [create]: { by: [owner], creates: true, under, sample: () => sample },
    ...(update && { [update]: { by: [owner] } }),
  };
}
