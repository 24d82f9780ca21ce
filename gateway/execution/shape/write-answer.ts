// Writes the data of a run straight into the answer's JSON text, as long as nothing in it is wrong.
import { readOwn } from '../run/read-own';
import { type JsonObject, isObject } from '../run/run';
import type { ObjectShape, ValueShape } from './answer-shape';

type Introspect = (field: Extract<ValueShape, { kind: 'introspection' }>, key: string) => unknown;

/** Undefined when a value breaks the schema: then the slow way finds out where, and what becomes null. */
export function writeAnswer(root: ObjectShape, data: JsonObject, introspect: Introspect): string | undefined {
  return writeFields(root, data, introspect);
}

function writeFields(
  { fields }: ObjectShape,
  object: JsonObject,
  introspect: Introspect,
): string | undefined {
  let text = '{';
  for (let i = 0; i < fields.length; i++) {
    const { key, value, first, later, isInherited } = fields[i]!;
    const raw = isInherited ? readOwn(object, key) : object[key];
    const part =
      value.kind === 'introspection'
        ? JSON.stringify(introspect(value, key))
        : writeValue(value, raw, introspect);
    if (part === undefined) return undefined;
    text += (i === 0 ? first : later) + part;
  }
  return `${text}}`;
}

function writeValue(shape: ValueShape, raw: unknown, introspect: Introspect): string | undefined {
  if (shape.kind === 'typename') return shape.name && `"${shape.name}"`;
  if (raw === null || raw === undefined) return shape.isNonNull ? undefined : 'null';
  switch (shape.kind) {
    case 'leaf':
      return !shape.isAllowed || shape.isAllowed(raw) ? writeLeaf(raw) : undefined;
    case 'list':
      return writeList(shape.item, raw, introspect);
    case 'object':
      return writeObject(shape, raw, introspect);
    default:
      return undefined;
  }
}

function writeLeaf(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : JSON.stringify(value);
}

function writeList(item: ValueShape, raw: unknown, introspect: Introspect): string | undefined {
  if (!Array.isArray(raw)) return undefined;
  let text = '[';
  for (let i = 0; i < raw.length; i++) {
    const part = writeValue(item, raw[i], introspect);
    if (part === undefined) return undefined;
    text += i === 0 ? part : `,${part}`;
  }
  return `${text}]`;
}

function writeObject(
  { objects }: Extract<ValueShape, { kind: 'object' }>,
  raw: unknown,
  introspect: Introspect,
): string | undefined {
  if (!isObject(raw)) return undefined;
  const typename = raw.__typename;
  const shape =
    typename === undefined || typename === null ? objects.declared : objects.of(typename as string);
  return shape && writeFields(shape, raw, introspect);
}
