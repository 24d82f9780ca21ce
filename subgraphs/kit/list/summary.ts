// Summaries: counts and sums of the rows that a filter lets through, in groups if asked.
import { ArgsType, Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { compareCodePoints } from '../../../schema/code-point-order';
import { saidOfDrafts } from '../identity/readers';
import { enumName } from '../noun/choice';
import { defineMethod } from '../noun/define-method';
import { resolveReference } from '../noun/references';
import type { Class, ColumnSpec, NounSpec } from '../noun/spec';
import { createBatch, type RequestContext } from '../request-context';
import { Fen } from '../scalar/scalars';
import type { Relation } from './connection';
import { argument, homesArgument, namedClass } from './list-args';
import { Coverage, ownCoverage } from './page-info';
import { readGroups, type Figures, type GroupValue } from './read-groups';
import { conditionsOf, homesCondition } from './where';

export interface SummaryArgs {
  homes?: string[] | null;
  filter?: Record<string, unknown> | null;
  groupBy?: string[] | null;
}

@Directive('@shareable')
@ObjectType({ description: '金额合计；有一笔未知则合计为空，已知部分另列。 A total of money; null where one amount is not known, the known part beside it.', simpleResolvers: true })
export class MoneyTotal {
  @Directive('@merge(by: SUM)')
  @Field(() => Fen, { nullable: true, description: '合计；有未知的数则为空。 The total; null where an amount is not known.' })
  fen!: string | null;
  @Directive('@merge(by: SUM)')
  @Field(() => Fen, { nullable: true, description: '已知各笔之和。 Sum of the known amounts.' })
  knownFen!: string | null;
  @Directive('@merge(by: SUM)')
  @Field(() => Int, { nullable: true, description: '已知的笔数；为 0 时合计 0 不说明什么，应显示为“—”。 Amounts that are known; with none, a total of 0 says nothing: show it as a dash.' })
  knownCount!: number | null;
  @Directive('@merge(by: SUM)')
  @Field(() => Int, { nullable: true, description: '被遮盖的笔数。 Amounts that are masked in the source.' })
  maskedCount!: number | null;
  @Directive('@merge(by: SUM)')
  @Field(() => Int, { nullable: true, description: '提到但未给数的笔数。 Amounts that are mentioned without a figure.' })
  unstatedCount!: number | null;
}

export interface SummaryTypes {
  summary: Class;
  args: Class;
  scatteredArgs: Class;
}

/** A noun that can be grouped by no more than these needs no summary. */
const inEveryRow = new Set(['home', 'provenance']);

/** The types of a noun's summary; null for a noun with nothing to group by or add up. */
export function createSummaryTypes(spec: NounSpec, filter: Class | null): SummaryTypes | null {
  const dimensions = spec.columns.filter((column) => column.dimension);
  if (!dimensions.some((column) => !inEveryRow.has(column.property))) return null;
  const dimension = createDimensionEnum(spec, dimensions);
  const summary = createSummaryType(spec, createGroupType(spec, dimensions));
  const [args, scatteredArgs] = [false, spec.contract.sharded].map((withHomes) => createSummaryArgs(spec, filter, dimension, withHomes));
  return { summary, args: args!, scatteredArgs: scatteredArgs! };
}

function createDimensionEnum(spec: NounSpec, dimensions: ColumnSpec[]): object {
  const values = Object.fromEntries(dimensions.map(({ field }) => [enumName(field), enumName(field)]));
  const descriptions = dimensions.map(({ field, description }) => [enumName(field), { description }]);
  registerEnumType(values, {
    name: `${spec.name}Dimension`,
    description: `${spec.singular}:可以分组的字段。 What a summary of ${spec.plural} can be grouped by.`,
    valuesConfig: Object.fromEntries(descriptions) as never,
  });
  return values;
}

function createGroupType(spec: NounSpec, dimensions: ColumnSpec[]): Class {
  const type = namedClass(`${spec.name}Group`);
  Field(() => String, { description: '分组的键：各分组字段之值的 JSON 数组，次序同 groupBy。 Key of the group: a JSON array of the values it is grouped by, in the order of groupBy.' })(type.prototype, 'key');
  for (const column of dimensions) groupField(type, spec, column);
  figureFields(type, spec);
  ObjectType(type.name, { description: `${spec.singular}:一组的合计。 The figures of one group.`, simpleResolvers: true })(type);
  return type;
}

function groupField(type: Class, spec: NounSpec, column: ColumnSpec): void {
  const description = `${column.description} 未按此分组时为空。 Null when not grouped by it.`;
  if (column.kind !== 'reference') {
    Field(column.type as () => Class, { nullable: true, description })(type.prototype, column.field);
    return;
  }
  defineMethod<Record<string, string | null>>(type, column.field, {
    type: column.type,
    description,
    directives: spec.contract.sharded ? ['@foreign'] : [],
    resolve: (group, context, info) => resolveReference(group[`${column.property}Value`] ?? null, column.type() as Class, context, info),
  });
}

/** `count` and the columns that are added up, the same for the whole and for a group. */
function figureFields(type: Class, spec: NounSpec): void {
  const fields = type.prototype as object;
  const merged = (name: string) => spec.contract.sharded && Directive('@merge(by: SUM)')(fields, name);
  Field(() => Int, { nullable: true, description: '行数；无一单位应答时为空。 Rows; null when nobody answered.' })(fields, 'count');
  merged('count');
  for (const column of spec.columns.filter((candidate) => candidate.sum)) {
    const isMoney = column.kind === 'money';
    const per = column.per ? ` 只在按 ${enumName(column.per)} 分组时相加。 Added up only in groups by ${enumName(column.per)}.` : '';
    Field(() => (isMoney ? MoneyTotal : Int), { nullable: true, description: `合计:${column.description}${per}` })(fields, column.field);
    if (!isMoney) merged(column.field);
  }
}

function createSummaryType(spec: NounSpec, group: Class): Class {
  const type = namedClass(`${spec.name}Summary`);
  const fields = type.prototype as object;
  figureFields(type, spec);
  Field(() => [group as never], { nullable: true, description: '各组，按键排列。 The groups, by key.' })(fields, 'groups');
  if (spec.contract.sharded) Directive('@merge(key: "key")')(fields, 'groups');
  if (spec.contract.sharded) Field(() => Coverage, { description: '问了谁、谁答了。 Whom these figures asked and who answered.' })(fields, 'coverage');
  ObjectType(type.name, { description: `${spec.singular}:合计。 Figures of all that match.${saidOfDrafts(spec.readers)}`, simpleResolvers: true })(type);
  return type;
}

function createSummaryArgs(spec: NounSpec, filter: Class | null, dimension: object, withHomes: boolean): Class {
  const type = namedClass(`${spec.name}${withHomes ? 'Scattered' : ''}SummaryArgs`);
  if (withHomes) homesArgument(type);
  if (filter) argument(type, 'filter', () => filter, '筛选。 Filter.');
  argument(type, 'groupBy', () => [dimension], '按这些字段分组。 Group by these fields.');
  ArgsType()(type);
  return type;
}

/** Answers a summary field: one SQL statement for all parents. */
export async function summarize(context: RequestContext, spec: NounSpec, args: SummaryArgs, relation?: Relation) {
  const conditions = [...homesCondition(args.homes, context), ...conditionsOf(spec, args.filter, context)];
  const dimensions = [...new Set(args.groupBy)].map((name) => dimensionOf(spec, name));
  const query = { spec, conditions, dimensions, parent: relation?.column };
  const name = `summary:${spec.name}:${relation?.column ?? ''}:${JSON.stringify(args)}`;
  const batch = context.batch(name, () => createBatch((parents: readonly string[]) => readGroups(context, query, parents)));
  const { whole, groups } = await batch.load(relation?.parent ?? '');
  return {
    ...whole,
    groups: groups.map((group) => toGroup(dimensions, group)).sort((a, b) => compareCodePoints(a.key, b.key)),
    coverage: async () => ownCoverage(context.now, await context.homes(), args.homes),
  };
}

function dimensionOf(spec: NounSpec, name: string): ColumnSpec {
  return spec.columns.find((column) => column.dimension && enumName(column.field) === name)!;
}

/** Reference dimensions are kept beside the method that resolves them, under `<property>Value`. */
function toGroup(dimensions: ColumnSpec[], { values, figures }: { values: GroupValue[]; figures: Figures }) {
  const members = dimensions.map((column, i) => [column.kind === 'reference' ? `${column.property}Value` : column.field, values[i]]);
  return { key: JSON.stringify(values), ...(Object.fromEntries(members) as object), ...figures };
}
