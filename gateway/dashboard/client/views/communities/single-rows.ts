// The agreements, tasks and needs that the comparison of question 22 counts, one by one.
import { readCommunities } from '../../../../../schema/operations/q22-communities-compared';
import type {
  AgreementRowsQuery,
  NeedRowsQuery,
  Q22CommunitiesComparedQuery,
  TaskRowsQuery,
} from '../../graph/operation-types';
import { AgreementRows, NeedRows, TaskRows } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { type RowsBehind, rowsBehind, type TableContent, tableOf } from '../../graph/table-content';
import { codeColumn, dayColumn, textColumn } from '../row-columns';
import type { Community } from './compared-columns';
import { words } from './words';

type Agreement = NonNullable<AgreementRowsQuery['coBuildingAgreements']>['edges'][number]['node'];
type Task = NonNullable<TaskRowsQuery['agreementTasks']>['edges'][number]['node'];
type Need = NonNullable<NeedRowsQuery['needs']>['edges'][number]['node'];

export function agreementsBehind(data: Q22CommunitiesComparedQuery): RowsBehind<Community> {
  return rowsBehind({
    operation: AgreementRows,
    rows: ({ coBuildingAgreements }) => readList(coBuildingAgreements).rows,
    isOf: ownedIn(data),
    table: (rows: readonly Agreement[]) =>
      ownedTable(rows, words.agreements, [
        textColumn('title', words.agreement, ({ title }) => title),
        codeColumn('state', words.state, 'AgreementState', ({ state }) => state),
        dayColumn('to', words.effectiveTo, ({ effectiveTo }) => effectiveTo),
      ]),
  });
}

export function tasksBehind(data: Q22CommunitiesComparedQuery): RowsBehind<Community> {
  return rowsBehind({
    operation: TaskRows,
    rows: ({ agreementTasks }) => readList(agreementTasks).rows,
    isOf: ownedIn(data),
    table: (rows: readonly Task[]) =>
      ownedTable(rows, words.tasks, [
        textColumn('task', words.task, ({ text }) => text),
        codeColumn('state', words.state, 'TaskState', ({ state }) => state),
        dayColumn('due', words.due, ({ dueOn }) => dueOn),
      ]),
  });
}

export function needsBehind(data: Q22CommunitiesComparedQuery): RowsBehind<Community> {
  return rowsBehind({
    operation: NeedRows,
    rows: ({ needs }) => readList(needs).rows,
    isOf: ownedIn(data),
    table: (rows: readonly Need[]) =>
      ownedTable(rows, words.needs, [
        textColumn('need', words.need, ({ text }) => text),
        codeColumn('state', words.state, 'NeedState', ({ state }) => state),
        dayColumn('published', words.published, ({ publishedOn }) => publishedOn),
      ]),
  });
}

/** By the community itself, or by one of its bodies. */
function ownedIn({ organizations }: Q22CommunitiesComparedQuery) {
  const communityOf = readCommunities(readList(organizations).rows);
  return ({ owner }: { owner: { id: string } | null }, { id }: Community) =>
    owner !== null && communityOf(owner.id) === id;
}

type Owned = Agreement | Task | Need;

function ownedTable<Row extends Owned>(
  rows: readonly Row[],
  title: TableContent['title'],
  columns: TableContent<Row>['columns'],
): TableContent {
  return tableOf<Row>({
    title,
    columns,
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}
