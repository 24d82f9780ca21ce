// Folds the parts of a scattered object field by field, as @merge says.
import { compareCodePoints } from '../../../schema/code-point-order';
import type { MergeBy } from '../contract/contract';
import type { FoldField } from '../plan/operation-plan';
import { Fault } from '../state/fault';
import { isRaw, type Raw } from '../state/run';

/** `nobodyAsked`: an empty sum is zero; otherwise a figure that no home answered is null. */
export function foldInto(
  target: Raw,
  fields: readonly FoldField[],
  parts: readonly (Raw | null)[],
  nobodyAsked: boolean,
): Raw {
  for (const field of fields) target[field.raw] = foldField(field, parts, nobodyAsked);
  return target;
}

function foldField(field: FoldField, parts: readonly (Raw | null)[], nobodyAsked: boolean): unknown {
  const values = parts.map((part) => part?.[field.raw] ?? null);
  const fault = values.find((value) => value instanceof Fault);
  if (fault) return fault;
  switch (field.kind) {
    case 'scalar':
      return foldScalar(field, values, nobodyAsked);
    case 'dimension':
      return values.find((value) => value !== null) ?? null;
    case 'object':
      if (parts.length > 0 && values.every((value) => value === null)) return null;
      return foldInto({}, field.fields, values as (Raw | null)[], nobodyAsked);
    case 'groups':
      if (parts.length === 0 && !nobodyAsked && field.nullable) return null;
      return foldGroups(field, values as (Raw[] | null)[]);
  }
}

function foldScalar(field: FoldField & { kind: 'scalar' }, values: unknown[], nobodyAsked: boolean): unknown {
  if (field.by === 'SUM') return values.length === 0 && !nobodyAsked ? null : sum(field.number, values);
  const known = values.filter((value) => value !== null);
  return known.length === 0
    ? null
    : known.reduce<unknown>((a, b) => FOLDS[field.by as keyof typeof FOLDS](a, b), known[0]);
}

/** Null when an operand is null: a masked amount must not pass for zero. */
function sum(number: string, values: unknown[]): unknown {
  if (values.includes(null)) return null;
  if (number === 'number') return (values as number[]).reduce((a, b) => a + b, 0);
  return (values as string[]).reduce((a, b) => a + BigInt(b), 0n).toString();
}

const FOLDS: Record<Exclude<MergeBy, 'SUM'>, (a: unknown, b: unknown) => unknown> = {
  MIN: (a, b) => (compare(a, b) <= 0 ? a : b),
  MAX: (a, b) => (compare(a, b) >= 0 ? a : b),
  ANY: (a, b) => a === true || b === true,
  ALL: (a, b) => a === true && b === true,
};

/** Decimal strings of whole numbers by value, other text by code point. */
function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isWhole(a) && isWhole(b)) return BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : 0;
  return compareCodePoints(String(a), String(b));
}

const isWhole = (value: unknown): value is string => typeof value === 'string' && /^-?\d{1,60}$/.test(value);

/** Groups of the same key become one; a home without the group contributes nothing to it. */
function foldGroups(field: FoldField & { kind: 'groups' }, lists: (Raw[] | null)[]): Raw[] {
  const byKey = new Map<unknown, Raw[]>();
  for (const group of lists.flatMap((list) => list ?? [])) {
    const key = group[field.key];
    const same = byKey.get(key);
    if (same) same.push(group);
    else byKey.set(key, [group]);
  }
  return [...byKey]
    .sort(([a], [b]) => compareCodePoints(String(a), String(b)))
    .map(([key, groups]) => foldInto({ [field.key]: key }, field.fields, groups, false));
}

/** Whether a part has the types that folding needs; anything else breaks the protocol. */
export function isFoldable(fields: readonly FoldField[], part: unknown): boolean {
  if (part === null) return true;
  return isRaw(part) && fields.every((field) => isFoldableValue(field, part[field.raw]));
}

function isFoldableValue(field: FoldField, value: unknown): boolean {
  if (value === undefined) return false;
  if (value === null || value instanceof Fault) return true;
  switch (field.kind) {
    case 'scalar':
      return isOperand(field, value);
    case 'dimension':
      return true;
    case 'object':
      return isFoldable(field.fields, value);
    case 'groups':
      return (
        Array.isArray(value) &&
        value.every((group) => isRaw(group) && isLeaf(group[field.key]) && isFoldable(field.fields, group))
      );
  }
}

function isOperand({ by, number }: FoldField & { kind: 'scalar' }, value: unknown): boolean {
  if (by === 'ANY' || by === 'ALL') return typeof value === 'boolean';
  if (number === 'number') return typeof value === 'number';
  return by === 'SUM' ? isWhole(value) : typeof value !== 'object';
}

const isLeaf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
