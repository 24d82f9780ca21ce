// The laws of one list: a total order, cursors that say it, exact flags in both directions, and `homes` that prune.
import { comparePositions, decodeCursor, hashFilter, type Direction } from '../../../schema/cursor';
import { homeOf } from '../../../schema/id';
import type { Examination, ListAnswer } from './examination';
import type { Row } from './read-list';
import type { ScatteredList } from './scattered-lists';

/** Small, so that a few rows make several pages. */
const PAGE = 7;
/** Pages that are walked in one direction. */
const MAX_PAGES = 30;

/** The rows of the list, in its first order. */
export async function examineList(on: Examination, list: ScatteredList): Promise<Row[]> {
  let rows: Row[] = [];
  for (const order of list.orders) {
    for (const direction of ['ASC', 'DESC'] as const) {
      const walked = await walk(on, list, order, direction);
      if (rows.length === 0) rows = walked;
    }
  }
  await examineHomes(on, list, rows);
  await examineRefusals(on, list, rows);
  return rows;
}

async function walk(
  on: Examination,
  list: ScatteredList,
  order: string,
  direction: Direction,
): Promise<Row[]> {
  const forward: Row[] = [];
  let answer: ListAnswer | undefined;
  for (let pages = 0; pages < MAX_PAGES && (answer?.hasNextPage ?? true); pages++) {
    const after = forward.at(-1)?.cursor;
    answer = await on.list(list, { order, direction, first: PAGE, after });
    on.expect(
      'flags',
      list.field,
      answer.hasPreviousPage === (after !== undefined),
      `${order} ${direction}: hasPreviousPage is ${answer.hasPreviousPage} ${after ? 'after a cursor' : 'on the first page'}`,
    );
    if (answer.rows.length === 0) break;
    forward.push(...answer.rows);
  }
  const whole = answer?.hasNextPage === false;
  if (whole)
    on.expect(
      'count',
      list.field,
      answer!.totalCount === forward.length,
      `${order} ${direction}: totalCount is ${answer!.totalCount}, but ${forward.length} rows came`,
    );
  examineOrder(on, list, order, direction, forward);
  if (whole) await walkBack(on, list, order, direction, forward);
  return forward;
}

function examineOrder(
  on: Examination,
  list: ScatteredList,
  order: string,
  direction: Direction,
  rows: Row[],
): void {
  const expected = { order: `${list.orderEnum}.${order}`, direction, filterHash: hashFilter(null) };
  const positions = rows.map(({ cursor }) => decodeCursor(cursor));
  rows.forEach(({ id, cursor }, i) => {
    const position = positions[i];
    const says =
      position &&
      position.order === expected.order &&
      position.direction === direction &&
      position.filterHash === expected.filterHash;
    on.expect(
      'cursor',
      list.field,
      Boolean(says) && position?.id === id,
      `the cursor ${cursor} of ${id} does not say ${expected.order} ${direction}, the hash ${expected.filterHash} and that id`,
    );
    const before = positions[i - 1];
    if (position && before)
      on.expect(
        'order',
        list.field,
        comparePositions(direction, before, position) < 0,
        `${order} ${direction}: ${id} comes after ${rows[i - 1]!.id}, which the total order (code points, null first in ASC, then id) puts behind it`,
      );
  });
}

async function walkBack(
  on: Examination,
  list: ScatteredList,
  order: string,
  direction: Direction,
  forward: Row[],
): Promise<void> {
  const back: Row[] = [];
  for (let pages = 0; pages < MAX_PAGES && back.length < forward.length; pages++) {
    const before = back[0]?.cursor;
    const answer = await on.list(list, { order, direction, last: PAGE, before });
    const more = forward.length - back.length - answer.rows.length > 0;
    on.expect(
      'flags',
      list.field,
      answer.hasNextPage === (before !== undefined) && answer.hasPreviousPage === more,
      `${order} ${direction}: last: ${PAGE}${before ? ', before a cursor' : ''} has flags next ${answer.hasNextPage}, previous ${answer.hasPreviousPage}`,
    );
    if (answer.rows.length === 0) break;
    back.unshift(...answer.rows);
  }
  const same = JSON.stringify(back.map(({ id }) => id)) === JSON.stringify(forward.map(({ id }) => id));
  on.expect(
    'both directions',
    list.field,
    same,
    `${order} ${direction}: paging back with last and before gives other rows than paging forward`,
  );
  const none = await on.list(list, { order, direction, first: 0 });
  on.expect(
    'flags',
    list.field,
    none.rows.length === 0 && none.hasNextPage === forward.length > 0,
    `${order} ${direction}: first: 0 must give no rows and hasNextPage ${forward.length > 0}`,
  );
}

async function examineHomes(on: Examination, list: ScatteredList, rows: Row[]): Promise<void> {
  const homes = [...new Set(rows.map(({ id }) => homeOf(id)))].slice(0, 3);
  for (const home of homes) {
    const answer = await on.list(list, { homes: [home], first: 500 });
    on.expect(
      'homes',
      list.field,
      answer.rows.length > 0 && answer.rows.every(({ id }) => homeOf(id) === home),
      `homes: ["${home}"] must give rows of ${home} and of nobody else`,
    );
  }
  const unknown = await on.list(list, { homes: ['nobody-here'], first: 5 });
  on.expect(
    'homes',
    list.field,
    unknown.rows.length === 0 && (unknown.totalCount ?? 0) === 0 && unknown.codes.length === 0,
    'homes that the shard does not hold must give an empty list without an error',
  );
}

async function examineRefusals(on: Examination, list: ScatteredList, rows: Row[]): Promise<void> {
  const [order] = list.orders as [string];
  const refusals: [code: string, question: Parameters<Examination['list']>[1]][] = [
    ['BAD_CURSOR', { order, direction: 'ASC', after: 'not-a-cursor' }],
    ['BAD_PAGE', { first: -1 }],
    ['BAD_PAGE', { first: 1_000_000_000 }],
    ...(rows[0]
      ? [['CURSOR_MISMATCH', { order, direction: 'DESC', after: rows[0].cursor }] as [string, object]]
      : []),
  ];
  for (const [code, question] of refusals) {
    const { codes } = await on.list(list, question);
    on.expect(
      'refusals',
      list.field,
      codes.includes(code),
      `${JSON.stringify(question)} must be refused with the code ${code}; got ${codes.join(', ') || 'no error'}`,
    );
  }
}
