// Shows what became of each row, for people: a line a row, its notes below, and the sums at the end.
import { findList } from '../../gateway/lists/lists/all-lists';
import type { ImportReport, ListReport, Note, RowVerdict, Verdict } from '../../gateway/lists/import/verdict';
import { VERDICT_WORDS } from '../../gateway/lists/import/verdict-words';

export function showReport(report: ImportReport): string {
  const ends = report.dryRun ? '试运行：什么都没有改。 A dry run: nothing was changed.' : '';
  const whole = report.complete
    ? '全部办结。 All rows are settled.'
    : '有行需要处理，见上。 Some rows want attention, see above.';
  return [...report.lists.map((list) => showList(list, report.dryRun)), ends, whole]
    .filter(Boolean)
    .join('\n');
}

function showList({ list, sheet, unused, counts, rows }: ListReport, dryRun: boolean): string {
  const { title } = findList(list)!;
  const sums = Object.entries(counts).map(
    ([verdict, count]) => `${wordOf(verdict as Verdict, dryRun)} ${count}`,
  );
  return [
    `# ${title.zh} ${title.en}${sheet ? `（${sheet}）` : ''}`,
    ...(unused.length > 0 ? [`未用的列 columns not used: ${unused.join('、')}`] : []),
    ...rows.map((row) => showRow(row, dryRun)),
    `合计 in all: ${rows.length} 行; ${sums.join('; ')}`,
  ].join('\n');
}

function showRow({ row, verdict, name, id, notes }: RowVerdict, dryRun: boolean): string {
  const line = `第 ${row} 行  ${wordOf(verdict, dryRun)}  ${name}${id ? `  ${id}` : ''}`;
  return [line, ...notes.map(showNote)].join('\n');
}

function showNote({ column, given, code, message }: Note): string {
  const place = [column && `“${column}”`, given && `“${given}”`].filter(Boolean).join(' ');
  return `      ${place ? `${place}：` : ''}${message}${code ? ` [${code}]` : ''}`;
}

function wordOf(verdict: Verdict, dryRun: boolean): string {
  const { zh, en } = VERDICT_WORDS[dryRun ? 'dryRun' : 'done'][verdict];
  return `${zh} ${en}`;
}
