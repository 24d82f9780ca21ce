// Writes the data of a run straight into the answer's JSON text, as long as nothing in it is wrong.
import { readOwn } from '../run/read-own';
import { writeJson, writePlain } from '../run/write-json';
import { type JsonObject, type Run, isObject } from '../run/run';
import type { ObjectShape, ValueShape } from './answer-shape';

type IntrospectionShape = Extract<ValueShape, { kind: 'introspection' }>;

interface Writing {
  /** JSON text. */
  introspect(field: IntrospectionShape, key: string): string;
  leaf: (value: unknown) => string;
  shared: ReadonlySet<object> | undefined;
  /** What was written of a shared value, by its shape. */
  known: Map<object, Map<ValueShape, string>>;
}

/** Undefined when a value breaks the schema: then the slow way finds out where, and what becomes null. */
export function writeAnswer(
  root: ObjectShape,
  { data, shared, isPlain }: Run,
  introspect: Writing['introspect'],
): string | undefined {
  return writeFields(root, data, {
    introspect,
    leaf: isPlain ? writePlain : writeJson,
    shared,
    known: new Map(),
  });
}

function writeFields({ fields }: ObjectShape, object: JsonObject, writing: Writing): string | undefined {
  let text = '{';
  for (let i = 0; i < fields.length; i++) {
    const { key, value, first, later, isInherited } = fields[i]!;
    const raw = isInherited ? readOwn(object, key) : object[key];
    const part =
      value.kind === 'introspection' ? writing.introspect(value, key) : writeValue(value, raw, writing);
    if (part === undefined) return undefined;
    text += (i === 0 ? first : later) + part;
  }
  return `${text}}`;
}

function writeValue(shape: ValueShape, raw: unknown, writing: Writing): string | undefined {
  if (shape.kind === 'typename') return writeName(shape.nameOf(raw));
  if (raw === null || raw === undefined) return shape.isNonNull ? undefined : 'null';
  if (shape.kind === 'leaf') return !shape.isAllowed || shape.isAllowed(raw) ? writing.leaf(raw) : undefined;
  return writing.shared?.has(raw as object)
    ? writeOnce(shape, raw as object, writing)
    : writeComposite(shape, raw, writing);
}

function writeName(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `"${name}"`;
}

function writeComposite(shape: ValueShape, raw: unknown, writing: Writing): string | undefined {
  if (shape.kind === 'list') return writeList(shape.item, raw, writing);
  return shape.kind === 'object' ? writeObject(shape, raw, writing) : undefined;
}

/** An entity that stands in many places is written once; its text is the same wherever its shape is. */
function writeOnce(shape: ValueShape, raw: object, writing: Writing): string | undefined {
  let texts = writing.known.get(raw);
  if (!texts) writing.known.set(raw, (texts = new Map()));
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const text = writeComposite(shape, raw, writing);
  if (text !== undefined) texts.set(shape, text);
  return text;
}

function writeList(item: ValueShape, raw: unknown, writing: Writing): string | undefined {
  if (!Array.isArray(raw)) return undefined;
  let text = '[';
  for (let i = 0; i < raw.length; i++) {
    const part = writeValue(item, raw[i], writing);
    if (part === undefined) return undefined;
    text += i === 0 ? part : `,${part}`;
  }
  return `${text}]`;
}

function writeObject(
  { objects }: Extract<ValueShape, { kind: 'object' }>,
  raw: unknown,
  writing: Writing,
): string | undefined {
  if (!isObject(raw)) return undefined;
  const typename = raw.__typename;
  const shape =
    typename === undefined || typename === null ? objects.declared : objects.of(typename as string);
  return shape && writeFields(shape, raw, writing);
}
