// Decorators for the stored facts of a noun: each declares the column, the GraphQL field and what callers may do with it.
import { Directive, Field, Float, Int } from 'type-graphql';
import { Column, Index, type ColumnOptions } from 'typeorm';
import { MAX_ID } from '../../../schema/id';
import { MEMBERS_ONLY, type Readers } from '../identity/readers';
import { DateTime, Day } from '../scalar/scalars';
import { MoneyAmount } from './money-amount';
import { addColumn, type Class, type ColumnKind, type ColumnSpec, type GraphQLTypeThunk } from './spec';

/** How a fact may be used. Whatever is filtered, ordered or grouped by gets an index. */
export interface Use {
  required?: boolean;
  filter?: boolean;
  order?: boolean;
  dimension?: boolean;
  sum?: boolean;
  /** With `sum`: added up only in groups by this column, as quantities are by their unit of measure. */
  per?: string;
  /** Who may read it; all, where nothing is said. It can then be used for nothing else: a filter would tell it. */
  readers?: Readers;
}

/** Text of at most `max` characters (500). */
export function Text(description: string, use: Use & { max?: number } = {}): PropertyDecorator {
  return plain('text', () => String, description, use, { type: 'varchar', length: use.max ?? 500 });
}

/** A value of an enum that was registered with type-graphql. */
export function Choice(values: () => object, description: string, use: Use = {}): PropertyDecorator {
  return plain('enum', values, description, use, { type: 'varchar', length: 40 });
}

export function DayOf(description: string, use: Use = {}): PropertyDecorator {
  return plain('day', () => Day, description, use, { type: 'varchar', length: 10 });
}

/** A time, stored as UTC text of 24 characters. */
export function TimeOf(description: string, use: Use = {}): PropertyDecorator {
  return plain('time', () => DateTime, description, use, { type: 'varchar', length: 24 });
}

export function Whole(description: string, use: Use = {}): PropertyDecorator {
  return plain('int', () => Int, description, use, { type: 'int' });
}

export function Decimal(description: string, use: Use = {}): PropertyDecorator {
  return plain('decimal', () => Float, description, use, { type: 'double' });
}

export function Flag(description: string, use: Use = {}): PropertyDecorator {
  return plain('flag', () => Boolean, description, use, { type: 'boolean' });
}

/** A short list of texts that never grows, kept in one column. */
export function Texts(description: string): PropertyDecorator {
  return plain('json', () => [String], description, { required: true }, { type: 'simple-json' });
}

/** A money amount with what is known of it; three columns. */
export function Money(description: string, use: { sum?: boolean } = {}): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    addColumn(prototype.constructor as Class, columnSpec(property, 'money', () => MoneyAmount, description, use));
    Column(() => MoneyAmount, { prefix: property })(prototype, property);
    Field(() => MoneyAmount, { nullable: true, description, simple: true })(prototype, property);
  };
}

/** The column that holds the id of another object; `references.ts` adds the field. */
export function idColumn(prototype: object, spec: ColumnSpec): void {
  addColumn(prototype.constructor as Class, spec);
  storeColumn(prototype, spec, { type: 'varchar', length: MAX_ID });
}

export function columnSpec(property: string, kind: ColumnKind, type: GraphQLTypeThunk, description: string, use: Use): ColumnSpec {
  const { required = false, filter = false, order = false, dimension = false, sum = false, per, readers } = use;
  if (readers && (required || filter || order || dimension || sum)) throw new Error(`${property} is not for all to read, so it must be nullable and without filter, order, dimension and sum`);
  const field = kind === 'reference' ? property.replace(/Id$/, '') : property;
  return { property, field, kind, type, description, required, filter, order, dimension, sum, per, readers };
}

function plain(kind: ColumnKind, type: GraphQLTypeThunk, description: string, use: Use, options: ColumnOptions): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const spec = { ...columnSpec(property, kind, type, description, use), ...(kind === 'text' && { max: Number(options.length) }) };
    addColumn(prototype.constructor as Class, spec);
    storeColumn(prototype, spec, options);
    Field(type as () => Class, { nullable: !spec.required, description, simple: true })(prototype, property);
    if (spec.readers) Directive(MEMBERS_ONLY)(prototype, property);
  };
}

function storeColumn(prototype: object, spec: ColumnSpec, options: ColumnOptions): void {
  Column({ ...options, nullable: !spec.required })(prototype, spec.property);
  if (spec.filter || spec.order || spec.dimension) indexed(prototype.constructor as Class, spec.property);
}

/** Each index ends in the id, as every order does. */
export function indexed(target: Class, property: string): void {
  Index([property, 'id'])(target);
}
