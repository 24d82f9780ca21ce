// References from one object to another: in the same home (@Local) or in any home (@Foreign).
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../request-context';
import { loadRow } from '../sql/load-row';
import { columnSpec, idColumn, type Use } from './columns';
import { defineMethod } from './define-method';
import { isNoun, specOf, type Class, type ColumnSpec, type ContractName } from './spec';
import { selectsKeyOnly } from './selects-key-only';

/** The list that the referred object gets of those that refer to it. */
export interface Inverse {
  field: string;
  /** Name of a summary field beside the list. */
  summary?: string;
  description: string;
}

export interface Reference {
  column: ColumnSpec;
  target: () => Class;
  foreign: boolean;
  inverse?: Inverse;
}

const referencesOf = new Map<Class, Reference[]>();

/** The object always has the home of this row. The property ends in `Id`. */
export function Local(target: () => Class, description: string, use: Use & { inverse?: Inverse } = {}): PropertyDecorator {
  return reference(target, description, use, false);
}

/** The object may have another home; it is given by its key and filled in by its own home. */
export function Foreign(target: () => Class, description: string, use: Use & { inverse?: Inverse } = {}): PropertyDecorator {
  return reference(target, description, use, true);
}

function reference(target: () => Class, description: string, use: Use & { inverse?: Inverse }, foreign: boolean): PropertyDecorator {
  return (prototype, key) => {
    const owner = prototype.constructor as Class;
    const column = columnSpec(String(key), 'reference', target, description, {
      ...use,
      filter: use.filter || use.inverse !== undefined,
    });
    idColumn(prototype, column);
    referencesOf.set(owner, [...(referencesOf.get(owner) ?? []), { column, target, foreign, inverse: use.inverse }]);
  };
}

/** Those of a class and of the classes that it extends. */
export function allReferences(owner: Class): Reference[] {
  const parent = Object.getPrototypeOf(owner) as Class | null;
  return [...(parent?.prototype ? allReferences(parent) : []), ...referencesIn(owner)];
}

export function referencesIn(owner: Class): Reference[] {
  return referencesOf.get(owner) ?? [];
}

/** The GraphQL field of a reference column. */
export function defineReferenceField(owner: Class, contract: ContractName, { column, target, foreign }: Reference): void {
  defineMethod<Record<string, string | null>, never>(owner, column.field, {
    type: target,
    description: column.description,
    directives: contract.sharded ? [foreign ? '@foreign' : '@local'] : [],
    resolve: (row, context, info) => resolveReference(row[column.property] ?? null, target(), context, info),
  });
}

/** A reference by id: a stub when only its key is asked or it lives elsewhere, else its row, or null when there is none. */
export function resolveReference(id: string | null, target: Class, context: RequestContext, info: GraphQLResolveInfo) {
  if (id === null) return null;
  if (!isNoun(target) || selectsKeyOnly(info)) return stub(target, id);
  return loadRow(context, specOf(target), id);
}

export function stub<T>(target: Class<T>, id: string): T {
  return Object.assign(Object.create(target.prototype as object) as object, { id }) as T;
}

/** A type of another contract, known here by its key only. The contract that owns it describes it. */
export function createKeyOnlyType(name: string): Class {
  return createKeyedType(name, '@key(fields: "id", resolvable: false)');
}

/** A type of another contract that gets fields of this one. */
export function createExtendedType(name: string): Class {
  return createKeyedType(name, '@key(fields: "id")');
}

function createKeyedType(name: string, key: string): Class {
  const type = class {};
  Object.defineProperty(type, 'name', { value: name });
  Field(() => ID, { description: '编号。 The id.', simple: true })(type.prototype, 'id');
  ObjectType(name, { simpleResolvers: true })(type);
  Directive(key)(type);
  return type;
}
