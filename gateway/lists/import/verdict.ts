// What became of each row of a file, and why.

export type Verdict =
  /** Made; in a dry run, would be made. */
  | 'CREATED'
  /** Changed, as was asked; in a dry run, would be changed. */
  | 'UPDATED'
  /** There already, and the same. */
  | 'UNCHANGED'
  /** There already, and not the same; nothing was changed. */
  | 'DIFFERS'
  /** Done in part: the row is there, and something that belongs to it is not. */
  | 'PARTLY'
  /** Depends on a row that a dry run did not make; its owner decides once that is there. */
  | 'WAITS'
  /** The same as a row above. */
  | 'DUPLICATE'
  /** Another organization's, or a line of sums. */
  | 'SKIPPED'
  /** A cell cannot be read. */
  | 'INVALID'
  /** Its owner refused it. */
  | 'REFUSED'
  /** Sent, and no answer came: it may have been done. */
  | 'UNANSWERED'
  /** Not sent, after one that was not answered. */
  | 'NOT_SENT';

/** With these a file is done; the others are for somebody to look at. */
export const SETTLED: ReadonlySet<Verdict> = new Set([
  'CREATED',
  'UPDATED',
  'UNCHANGED',
  'DUPLICATE',
  'SKIPPED',
]);

export interface Note {
  /** The heading of the column; absent where it is about the row. */
  column?: string;
  /** What stood in the cell. */
  given?: string;
  /** A code of the graph, of a refusal or an error. */
  code?: string;
  /** In both languages. */
  message: string;
}

export interface RowVerdict {
  /** As the spreadsheet counts it. */
  row: number;
  verdict: Verdict;
  /** What the row is called. */
  name: string;
  /** Id in the graph, where it is there. */
  id?: string;
  notes: Note[];
}

export interface ListReport {
  list: string;
  /** Empty for CSV. */
  sheet: string;
  /** Headings that no column of the list has; their content was not looked at. */
  unused: string[];
  counts: Partial<Record<Verdict, number>>;
  rows: RowVerdict[];
}

export interface ImportReport {
  dryRun: boolean;
  home: string;
  at: string;
  /** Whether every row is settled. */
  complete: boolean;
  lists: ListReport[];
}

export function countVerdicts(rows: readonly RowVerdict[]): ListReport['counts'] {
  const counts: ListReport['counts'] = {};
  for (const { verdict } of rows) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

export function bilingual({ zh, en }: { zh: string; en: string }): string {
  return `${zh} ${en}`;
}
