// Merges the parts of a connection into one page (law 3): rows by cursor, flags and count exact in both directions.
import { comparePositions, type Direction } from '../../../schema/cursor';
import { CURSOR, PAGE, TOTAL } from '../plan/hidden';
import type { ConnectionPlan, EdgesPlan } from '../plan/operation-plan';
import { Fault } from '../state/fault';
import type { Raw, Run } from '../state/run';
import { expectedOrdering } from './expected-ordering';
import { foldInto, isFoldable } from './fold';
import type { PageArguments } from '../state/page-arguments';
import { reportInvalid, type Answer, type SortedParts } from './parts';
import { edgesOf, readRows, type Row } from './read-rows';

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
  const { rows, direction } = plan.wants.rows
    ? collectRows(plan, page, parts.answers, faulty)
    : { rows: [], direction: 'ASC' as const };
  checkFigures(plan, parts.answers, faulty);
  for (const answer of faulty) reportInvalid(run, root, parts.missing, answer.homes);
  const sound = parts.answers.filter((answer) => !faulty.has(answer));
  rows.sort((a, b) => comparePositions(direction, a, b));
  const kept = page.fromEnd ? rows.slice(Math.max(0, rows.length - page.size)) : rows.slice(0, page.size);
  const raw: Raw = {};
  for (const edges of plan.edges) raw[edges.raw] = kept.map((row) => edgeOf(row, edges));
  raw[PAGE] = pageInfo(plan, page, parts.answers, rows.length > kept.length, raw);
  if (plan.wants.total) raw[TOTAL] = sumTotals(sound, asked);
  foldInto(
    raw,
    plan.fields,
    sound.map((answer) => answer.raw),
    asked === 0,
  );
  return { raw, rows: kept };
}

export function edgeOf({ answer, index }: Row, edges: EdgesPlan): Raw {
  return (answer.raw[edges.raw] as Raw[])[index]!;
}

function collectRows(
  plan: ConnectionPlan,
  page: PageArguments,
  answers: Answer[],
  faulty: Set<Answer>,
): { rows: Row[]; direction: Direction } {
  const lists = answers.map((answer) => edgesOf(plan, answer));
  const expected = expectedOrdering(
    page.ordering,
    lists.filter((list) => list !== null),
  );
  const rows: Row[] = [];
  answers.forEach((answer, i) => {
    const edges = lists[i];
    if (!edges || (edges.length > 0 && !expected)) faulty.add(answer);
    if (!edges || !expected) return;
    const read = readRows(plan, page, expected, answer, edges);
    if (read.faulty) faulty.add(answer);
    rows.push(...read.rows);
  });
  return { rows, direction: expected?.direction ?? 'ASC' };
}

function checkFigures({ wants, fields }: ConnectionPlan, answers: Answer[], faulty: Set<Answer>): void {
  for (const answer of answers) {
    const page = answer.raw[PAGE] as Record<string, unknown> | null | undefined;
    const isFlag = (wanted: boolean, name: string) => !wanted || typeof page?.[name] === 'boolean';
    const total = answer.raw[TOTAL];
    const isTotal =
      !wants.total ||
      total === null ||
      total instanceof Fault ||
      (Number.isSafeInteger(total) && (total as number) >= 0);
    const isPage = isFlag(wants.next, 'hasNextPage') && isFlag(wants.previous, 'hasPreviousPage');
    if (!isPage || !isTotal || !isFoldable(fields, answer.raw)) faulty.add(answer);
  }
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
