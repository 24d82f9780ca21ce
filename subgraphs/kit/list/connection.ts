// Relay connections: their types, and the object that answers one, reading only what is asked.
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { encodeCursor } from '../../../schema/cursor';
import { saidOfDrafts } from '../identity/readers';
import type { Class, NounSpec } from '../noun/spec';
import { createBatch, type RequestContext } from '../request-context';
import { namedClass, type ListArgs } from './list-args';
import { Coverage, ownCoverage, PageInfo } from './page-info';
import { readPages, readTallies, type ListQuery, type Page, type Tally } from './read-pages';
import { conditionsOf, homesCondition } from './where';
import { positionOf, readWindow, type Window } from './window';

export function createConnectionType(spec: NounSpec): Class {
  const edge = namedClass(`${spec.name}Edge`);
  Field(() => String, { description: '此行的游标。 Cursor of this row.' })(edge.prototype, 'cursor');
  Field(() => spec.target as never, { nullable: true, description: '此行。 The row.' })(edge.prototype, 'node');
  if (spec.contract.sharded) Directive('@local')(edge.prototype as object, 'node');
  ObjectType(edge.name, { description: `${spec.singular}:列表中的一行。 One row of a list.`, simpleResolvers: true })(edge);

  const connection = namedClass(`${spec.name}Connection`);
  const fields = connection.prototype as object;
  Field(() => [edge as never], { description: '本页各行。 The rows of this page.' })(fields, 'edges');
  Field(() => PageInfo, { description: '本页前后情况。 What lies before and after.' })(fields, 'pageInfo');
  Field(() => Int, { nullable: true, description: '符合条件的总行数；无一单位应答时为空。 All matching rows; null when nobody answered.' })(fields, 'totalCount');
  if (spec.contract.sharded) Field(() => Coverage, { description: '问了谁、谁答了。 Whom this list asked and who answered.' })(fields, 'coverage');
  ObjectType(connection.name, { description: `${spec.singular}:列表的一页。 A page of a list.${saidOfDrafts(spec.readers)}`, simpleResolvers: true })(connection);
  return connection;
}

/** A relation of which each parent has a list: the column with the parent's id. */
export interface Relation {
  column: string;
  parent: string;
}

/** Answers a list field. Throws what is wrong with its arguments. */
export function listRows(context: RequestContext, spec: NounSpec, args: ListArgs, relation?: Relation) {
  const conditions = [...homesCondition(args.homes, context), ...conditionsOf(spec, args.filter, context)];
  const query: ListQuery = { spec, conditions, window: readWindow(spec, args), parent: relation?.column };
  const name = `${spec.name}:${relation?.column ?? ''}:${JSON.stringify(args)}`;
  const asked: AskedPages = new Map();
  const pages = context.batch(`page:${name}`, () => createBatch((parents: readonly string[]) => readPages(context, query, parents), asked));
  const tallies = context.batch(`tally:${name}`, () => createBatch((parents: readonly string[]) => talliesOf(context, query, parents, asked)));
  const parent = relation?.parent ?? '';
  const page = () => pages.load(parent);
  const tally = () => tallies.load(parent);
  return {
    edges: async () => (await page()).rows.map((row) => ({ node: row, cursor: cursorOf(query, row) })),
    pageInfo: () => pageInfo(query, page, tally),
    totalCount: async () => (await tally()).total,
    coverage: async () => ownCoverage(context.now, await context.homes(), args.homes),
  };
}

type AskedPages = Map<string, Promise<Page>>;

/** A page that holds its whole list tells the count by itself; only the others are counted. */
async function talliesOf(context: RequestContext, query: ListQuery, parents: readonly string[], asked: AskedPages): Promise<Tally[]> {
  const told = new Map(await Promise.all(parents.map(async (parent) => [parent, tallyOfWhole(query.window, await asked.get(parent))] as const)));
  const open = parents.filter((parent) => !told.get(parent));
  const counted = open.length > 0 ? await readTallies(context, query, open) : [];
  const read = new Map(open.map((parent, i) => [parent, counted[i]!]));
  return parents.map((parent) => told.get(parent) ?? read.get(parent)!);
}

function tallyOfWhole({ after, before }: Window, page: Page | undefined): Tally | undefined {
  if (!page || page.more || after || before) return undefined;
  return { total: page.rows.length, before: 0, after: 0 };
}

function cursorOf({ window }: ListQuery, row: Record<string, unknown>): string {
  return encodeCursor(window.ordering, positionOf(window, row));
}

/** The flags are exact; the tally is read only where the page alone cannot tell. */
function pageInfo(query: ListQuery, page: () => Promise<Page>, tally: () => Promise<Tally>) {
  const { backwards, after, before } = query.window;
  const moreInWindow = async (side: boolean) => side && (await page()).more;
  const edge = async (index: 0 | -1) => {
    const row = (await page()).rows.at(index);
    return row ? cursorOf(query, row) : null;
  };
  return {
    hasNextPage: async () => (await moreInWindow(!backwards)) || (before ? (await tally()).after > 0 : false),
    hasPreviousPage: async () => (await moreInWindow(backwards)) || (after ? (await tally()).before > 0 : false),
    startCursor: () => edge(0),
    endCursor: () => edge(-1),
  };
}
