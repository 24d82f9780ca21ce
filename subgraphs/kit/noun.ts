// The @Noun decorator: makes a class an entity of a contract, with its table, lists, filters, orders and summaries.
import { Directive, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { MEMBERS_ONLY, type Drafts, type NounReaders, type PartOf } from './identity/readers';
import { createConnectionType, listRows, type Relation } from './list/connection';
import { createFilterType, createListArgs, createOrderType, type ListArgs } from './list/list-args';
import { createSummaryTypes, summarize, type SummaryArgs, type SummaryTypes } from './list/summary';
import { defineMethod } from './noun/define-method';
import { defineReferenceField, referencesIn, type Inverse } from './noun/references';
import { columnOf, inheritedColumns, registerNoun, specOf, type Class, type ColumnSpec, type ContractName, type NounSpec, type Term } from './noun/spec';

export interface NounOptions {
  contract: ContractName;
  /** The middle part of ids, kebab-case. */
  kind: string;
  singular: string;
  plural: string;
  description: string;
  /** Default order, e.g. `startsAt` or `startsAt DESC`; the column must allow ordering. */
  order: string;
  /** Filters that are more than one column. */
  terms?: Record<string, Term>;
  /** The list that the owner of rows gets of them. */
  owned?: Inverse;
  /** Who may read rows of it, and their counts; all, where nothing is said. */
  readers?: 'members';
  /** References to the organizations concerned, beside the owner. */
  parties?: string[];
  /** States in which a row is not yet there for all. */
  drafts?: Drafts;
  /** The reference to the row that it is a part of, where that row may be a draft. */
  partOf?: string;
}

/** The GraphQL types that belong to a noun's lists. */
export interface NounTypes {
  connection: Class;
  listArgs: Class;
  scatteredListArgs: Class;
  summary: SummaryTypes | null;
}

const typesOfNoun = new Map<Class, NounTypes>();

export function typesOf(target: Class): NounTypes {
  return typesOfNoun.get(target)!;
}

export function Noun(options: NounOptions): ClassDecorator {
  return (constructor) => {
    const target = constructor as unknown as Class;
    const spec = createSpec(target, options);
    registerNoun(spec);
    Entity(spec.table)(constructor);
    ObjectType(spec.name, { description: spec.description, simpleResolvers: true })(constructor);
    Directive('@key(fields: "id")')(constructor);
    typesOfNoun.set(target, createTypes(spec));
    if (spec.readers.rows === 'members') closeToStrangers(target);
    defineRelations(spec, options);
  };
}

function createSpec(target: Class, options: NounOptions): NounSpec {
  const { contract, kind, singular, plural, description, terms = {}, parties = [], drafts, partOf } = options;
  const columns = inheritedColumns(target);
  const readers: NounReaders = { rows: options.readers, parties, drafts, partOf: partOf === undefined ? undefined : createPartOf(target, partOf), steps: readersOfSteps(columns) };
  const table = `${contract.name}_${kind.replaceAll('-', '_')}`;
  const [property, direction = 'ASC'] = options.order.split(' ') as [string, ('ASC' | 'DESC')?];
  if (!columns.some((column) => column.property === property && column.order)) throw new Error(`${target.name}: the default order ${property} is not a column with order`);
  return { target, contract, name: target.name, kind, table, singular, plural, description, columns, terms, readers, defaultOrder: { property, direction } };
}

function createPartOf(target: Class, column: string): PartOf {
  const reference = referencesIn(target).find((candidate) => candidate.column.property === column);
  if (!reference || reference.foreign) throw new Error(`${target.name}: ${column} is no @Local reference, so it names no row that this is a part of`);
  return { column, whole: () => specOf(reference.target()) };
}

function readersOfSteps(columns: readonly ColumnSpec[]): NounReaders['steps'] {
  const { readers } = columns.find(({ property, readers: who }) => who && /^(?:reason|changedByOffice)$/.test(property)) ?? {};
  return readers === 'members' ? undefined : readers;
}

function createTypes(spec: NounSpec): NounTypes {
  const filter = createFilterType(spec);
  const order = createOrderType(spec);
  return {
    connection: createConnectionType(spec),
    listArgs: createListArgs(spec, filter, order, false),
    scatteredListArgs: createListArgs(spec, filter, order, spec.contract.sharded),
    summary: createSummaryTypes(spec, filter),
  };
}

/** A count of what may not be read would tell of it. */
function closeToStrangers(target: Class): void {
  const { connection, summary } = typesOf(target);
  for (const type of [target, connection, ...(summary ? [summary.summary] : [])]) Directive(MEMBERS_ONLY)(type);
}

function defineRelations(spec: NounSpec, { owned }: NounOptions): void {
  for (const reference of referencesIn(spec.target)) {
    defineReferenceField(spec.target, spec.contract, reference);
    if (reference.inverse) defineInverse(spec, reference.target(), reference.column.property, reference.inverse, reference.foreign);
  }
  if (owned) defineInverse(spec, columnOf(spec, 'home').type() as Class, 'home', owned, false);
}

/** The list, and perhaps the summary, that `referred` gets of the rows that refer to it. Those of foreign rows are scattered. */
function defineInverse(spec: NounSpec, referred: Class, column: string, inverse: Inverse, foreign: boolean): void {
  const types = typesOf(spec.target);
  const scattered = foreign && spec.contract.sharded;
  const directives = scattered ? ['@scatter'] : [];
  const relation = (row: { id: string }): Relation => ({ column, parent: row.id });
  defineMethod<{ id: string }, ListArgs>(referred, inverse.field, {
    type: () => types.connection,
    description: inverse.description,
    directives,
    args: scattered ? types.scatteredListArgs : types.listArgs,
    resolve: (row, context, _info, args) => listRows(context, spec, args, relation(row)),
  });
  if (!inverse.summary || !types.summary) return;
  defineMethod<{ id: string }, SummaryArgs>(referred, inverse.summary, {
    type: () => types.summary!.summary,
    description: `合计:${inverse.description}`,
    directives,
    args: scattered ? types.summary.scatteredArgs : types.summary.args,
    resolve: (row, context, _info, args) => summarize(context, spec, args, relation(row)),
  });
}
