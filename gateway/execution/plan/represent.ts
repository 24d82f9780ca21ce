// Makes the representation of an entity as the text that is sent, from what a fetch `requires`.
import type { FetchDataRewrite, QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { mergeInto } from '../run/merge-into';
import { readerOf, readOwn } from '../run/read-own';
import { writeJson } from '../run/write-json';
import { type JsonObject, isObject } from '../run/run';
import { compileRewrites } from './rewrite-data';
import { type TypeTable, isInstance } from '../run/type-table';

export interface Representer {
  /** JSON text; null when the entity lacks what identifies it, so that it cannot be asked for. */
  write(entity: JsonObject): string | null;
  /**
   * What decides the text, where that is one field without any below it: cheaper to look up than the text is to write.
   * Undefined where it is more. Two entities of one type that have the same value have the same text.
   */
  key: ((entity: JsonObject) => unknown) | undefined;
}

export interface RepresentOptions {
  requires: QueryPlanSelectionNode[];
  inputRewrites: FetchDataRewrite[] | undefined;
  types: TypeTable;
}

/** By the type of the entity. */
export function compileRepresent(options: RepresentOptions): (typename: unknown) => Representer {
  const byType = new Map<unknown, Representer>();
  return (typename) => {
    let representer = byType.get(typename);
    if (!representer) byType.set(typename, (representer = compileForType(options, typename)));
    return representer;
  };
}

/** One type has one list of fields nearly always, and then its text is put together directly. */
function compileForType(options: RepresentOptions, typename: unknown): Representer {
  const { requires, inputRewrites, types } = options;
  const applied = requires.filter(
    (it) => it.kind === 'Field' || appliesTo(it.typeCondition, typename, types),
  );
  const [only] = applied;
  if (only === undefined) return { write: () => null, key: undefined };
  const fields =
    applied.length === 1 && only.kind === 'InlineFragment' ? plainFields(only.selections) : undefined;
  const typeSent = typenameSent(inputRewrites, typename, types);
  const isSimple = fields && typeSent !== undefined && hasTypename(fields);
  return isSimple ? representFields(fields, typeSent) : { write: writeAny(options), key: undefined };
}

function appliesTo(condition: string | undefined, typename: unknown, types: TypeTable): boolean {
  return condition !== undefined && isInstance(types, typename, condition);
}

/** Undefined when there are fragments further below. */
function plainFields(selections: QueryPlanSelectionNode[] = []): QueryPlanFieldNode[] | undefined {
  const isPlain = selections.every((it) => it.kind === 'Field' && plainFields(it.selections) !== undefined);
  return isPlain ? (selections as QueryPlanFieldNode[]) : undefined;
}

function hasTypename(fields: QueryPlanFieldNode[]): boolean {
  return fields.some((field) => responseName(field) === '__typename');
}

/** The type's name after the rewrites; undefined when they do more than set it. */
function typenameSent(
  rewrites: FetchDataRewrite[] = [],
  typename: unknown,
  types: TypeTable,
): string | undefined {
  if (typeof typename !== 'string') return undefined;
  let sent = typename;
  for (const { path, ...rewrite } of rewrites) {
    const condition = path[0]?.startsWith('... on ') ? path[0].slice('... on '.length) : undefined;
    const setsTypename = rewrite.kind === 'ValueSetter' && path.length === 2 && path[1] === '__typename';
    if (!setsTypename || condition === undefined) return undefined;
    if (isInstance(types, sent, condition)) sent = String(rewrite.setValueTo);
  }
  return sent;
}

function representFields(fields: QueryPlanFieldNode[], typename: string): Representer {
  const keys = fields.filter((field) => responseName(field) !== '__typename');
  const writeKeys = compileFields(keys);
  const start = `{"__typename":${JSON.stringify(typename)}`;
  return {
    write(entity) {
      const text = writeKeys(entity);
      return text === null ? null : text === '' ? `${start}}` : `${start},${text}}`;
    },
    key: keys.length === 1 && !keys[0]!.selections ? readerOf(responseName(keys[0]!)) : undefined,
  };
}

type WriteFields = (object: JsonObject) => string | null;

/** Law: one missing field and nothing is written. */
function compileFields(fields: QueryPlanFieldNode[]): WriteFields {
  const parts = fields.map((field, i) => ({
    start: `${i === 0 ? '' : ','}${JSON.stringify(responseName(field))}:`,
    read: readerOf(responseName(field)),
    below: field.selections && compileFields(field.selections as QueryPlanFieldNode[]),
  }));
  return (object) => {
    let text = '';
    for (const { start, read, below } of parts) {
      const value = read(object);
      if (value === undefined) return null;
      text += start + (below ? writeBelow(value, below) : writeJson(value));
    }
    return text;
  };
}

function writeBelow(value: unknown, write: WriteFields): string {
  if (Array.isArray(value)) return `[${value.map((element) => writeBelow(element, write)).join(',')}]`;
  const text = isObject(value) ? write(value) : null;
  return text === null ? 'null' : `{${text}}`;
}

function writeAny({ requires, inputRewrites, types }: RepresentOptions): Representer['write'] {
  const rewrite = compileRewrites(inputRewrites, types);
  return (entity) => {
    const representation = pick(entity, requires, types);
    if (!representation?.__typename) return null;
    rewrite?.(representation);
    return JSON.stringify(representation);
  };
}

/** The selected part of an object; null when a field of it never came. A fragment counts as a whole. */
function pick(object: JsonObject, selections: QueryPlanSelectionNode[], types: TypeTable): JsonObject | null {
  const picked: JsonObject = {};
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      if (!appliesTo(selection.typeCondition, object.__typename, types)) continue;
      const part = pick(object, selection.selections, types);
      if (part) mergeInto(picked, part, types);
      continue;
    }
    const value = readOwn(object, responseName(selection));
    if (value === undefined) return null;
    mergeInto(picked, { [responseName(selection)]: pickBelow(value, selection.selections, types) }, types);
  }
  return picked;
}

function pickBelow(
  value: unknown,
  selections: QueryPlanSelectionNode[] | undefined,
  types: TypeTable,
): unknown {
  if (!selections) return value;
  if (Array.isArray(value)) return value.map((element) => pickBelow(element, selections, types));
  return isObject(value) ? pick(value, selections, types) : null;
}

function responseName(field: QueryPlanFieldNode): string {
  return field.alias ?? field.name;
}
