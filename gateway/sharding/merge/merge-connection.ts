// Merges the parts of a connection into one page (law 3): rows by cursor, flags and count exact in both directions.
import { CURSOR, PAGE, TOTAL } from '../plan/hidden';
import type { ConnectionPlan, EdgesPlan } from '../plan/operation-plan';
import { Fault } from '../state/fault';
import type { Raw, Run } from '../state/run';
import { expectedOrdering } from './expected-ordering';
import { foldInto, isFoldable } from './fold';
import type { PageArguments } from '../state/page-arguments';
import { reportInvalid, type Answer, type SortedParts } from './parts';
import { edgesOf, firstCursor, PartRows, type Row } from './part-rows';
import { isTailDue } from './tail-checks';
import { takeRows, type TakenRows } from './take-rows';

export interface MergedPage {
  raw: Raw;
  rows: Row[];
}

export function mergeConnection(
  run: Run,
  root: string,
  plan: ConnectionPlan,
  page: PageArguments,
  parts: SortedParts,
  asked: number,
): MergedPage {
  const faulty = new Set<Answer>();
  const { rows, leftOver } = plan.wants.rows ? collectRows(plan, page, parts.answers, faulty) : NO_ROWS;
  checkFigures(plan, parts.answers, faulty);
  for (const answer of faulty) reportInvalid(run, root, parts.missing, answer.homes);
  const sound = faulty.size > 0 ? parts.answers.filter((answer) => !faulty.has(answer)) : parts.answers;
  const raw: Raw = {};
  for (const edges of plan.edges) raw[edges.raw] = rows.map((row) => edgeOf(row, edges));
  raw[PAGE] = pageInfo(plan, page, parts.answers, leftOver, raw);
  if (plan.wants.total) raw[TOTAL] = sumTotals(sound, asked);
  foldInto(
    raw,
    plan.fields,
    sound.map((answer) => answer.raw),
    asked === 0,
  );
  return { raw, rows };
}

export function edgeOf({ answer, index }: Row, edges: EdgesPlan): Raw {
  return (answer.raw[edges.raw] as Raw[])[index]!;
}

/**
 * Every row that is returned was checked, and the one that says that more follow. Rows beyond them reach nobody; they are
 * looked at now and again only, for a row that belongs into the page could stand among them.
 */
function collectRows(
  plan: ConnectionPlan,
  page: PageArguments,
  answers: Answer[],
  faulty: Set<Answer>,
): TakenRows {
  const lists = answers.map((answer) => edgesOf(plan, answer));
  const known = lists.map((edges) => edges && firstCursor(edges, page.fromEnd));
  const cursors = known.flatMap((first) => (first ? [first.cursor] : []));
  const expected = expectedOrdering(page.ordering, cursors);
  const parts: PartRows[] = [];
  answers.forEach((answer, i) => {
    const edges = lists[i];
    if (!edges || (edges.length > 0 && !expected)) faulty.add(answer);
    else if (edges.length > 0)
      parts.push(new PartRows({ plan, page, expected: expected! }, answer, edges, known[i]!));
  });
  const taken = takeRows(parts, page, expected?.direction ?? 'ASC');
  for (const part of parts) {
    if (part.head && isTailDue(plan, part.answer.shard.name)) part.readToEnd();
    if (part.isFaulty) faulty.add(part.answer);
  }
  return taken;
}

const NO_ROWS: TakenRows = { rows: [], leftOver: false };

function checkFigures({ wants, fields }: ConnectionPlan, answers: Answer[], faulty: Set<Answer>): void {
  for (const answer of answers) {
    const { raw } = answer;
    const page = raw[PAGE] as Record<string, unknown> | null | undefined;
    const isPage =
      (!wants.next || typeof page?.hasNextPage === 'boolean') &&
      (!wants.previous || typeof page?.hasPreviousPage === 'boolean');
    const isTotal = !wants.total || isCount(raw[TOTAL]);
    if (!isPage || !isTotal || !isFoldable(fields, raw)) faulty.add(answer);
  }
}

/** Null where a shard may not tell. */
function isCount(total: unknown): boolean {
  if (total === null || total instanceof Fault) return true;
  return Number.isSafeInteger(total) && (total as number) >= 0;
}

/** A row exists beyond the page when the merge left one over on that side, or when some part has one. */
function pageInfo(
  plan: ConnectionPlan,
  page: PageArguments,
  answers: Answer[],
  leftOver: boolean,
  raw: Raw,
): Raw {
  const edges = plan.edges[0] ? (raw[plan.edges[0].raw] as Raw[]) : [];
  const some = (flag: string) =>
    answers.some((answer) => (answer.raw[PAGE] as Raw | null | undefined)?.[flag] === true);
  return {
    hasNextPage: (leftOver && !page.fromEnd) || some('hasNextPage'),
    hasPreviousPage: (leftOver && page.fromEnd) || some('hasPreviousPage'),
    startCursor: edges[0]?.[CURSOR] ?? null,
    endCursor: edges.at(-1)?.[CURSOR] ?? null,
  };
}

/** Exact over the homes that answered; null when none did or when one may not tell. */
function sumTotals(answers: Answer[], asked: number): unknown {
  if (answers.length === 0) return asked === 0 ? 0 : null;
  let sum = 0;
  for (const { raw } of answers) {
    const total = raw[TOTAL];
    if (total === null || total instanceof Fault) return total;
    sum += total as number;
  }
  return sum;
}
