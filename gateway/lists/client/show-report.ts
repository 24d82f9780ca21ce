// Draws what became of each row. Words of files are set as text, never as markup.
import type { ImportReport, ListReport, Note, RowVerdict, Verdict } from '../import/verdict';
import type { PageWords } from './words';

const SETTLED: readonly Verdict[] = ['CREATED', 'UPDATED', 'UNCHANGED', 'DUPLICATE', 'SKIPPED'];

export function showReport(
  place: HTMLElement,
  { dryRun, complete, home, lists }: ImportReport,
  words: PageWords,
): void {
  const verdicts = words.verdicts[dryRun ? 'dryRun' : 'done'];
  const state = dryRun ? '试运行：什么都没有改。' : '导入结束。';
  const whole = complete ? '全部行都已办结。' : '有行需要处理：改好文件后再导入一次，已办的行不会重复。';
  const shown = lists.flatMap((list) => {
    const title = words.lists.find(({ name }) => name === list.list)?.title.zh ?? list.list;
    return [element('h2', title), element('p', sumsOf(list, verdicts)), tableOf(list, verdicts)];
  });
  place.replaceChildren(element('p', `${state}${whole}（单位：${home}）`), ...shown);
}

export function showFault(place: HTMLElement, sentence: string): void {
  place.replaceChildren(Object.assign(element('p', sentence), { className: 'fault' }));
}

function sumsOf({ counts, rows, unused }: ListReport, verdicts: PageWords['verdicts']['done']): string {
  const sums = Object.entries(counts).map(
    ([verdict, count]) => `${verdicts[verdict as Verdict].zh} ${count}`,
  );
  const left = unused.length > 0 ? `；未用的列：${unused.join('、')}` : '';
  return `共 ${rows.length} 行：${sums.join('，')}${left}`;
}

function tableOf({ rows }: ListReport, verdicts: PageWords['verdicts']['done']): HTMLElement {
  const table = document.createElement('table');
  const head = document.createElement('tr');
  head.append(...['行', '结果', '名称', '说明'].map((title) => element('th', title)));
  table.append(head, ...rows.map((row) => lineOf(row, verdicts)));
  const scroll = document.createElement('div');
  Object.assign(scroll, { className: 'scroll', tabIndex: 0 });
  scroll.append(table);
  return scroll;
}

function lineOf(
  { row, verdict, name, notes }: RowVerdict,
  verdicts: PageWords['verdicts']['done'],
): HTMLElement {
  const line = document.createElement('tr');
  line.className = SETTLED.includes(verdict) ? '' : 'attention';
  const told = document.createElement('td');
  told.append(...notes.map((note) => element('div', sayNote(note))));
  line.append(element('td', String(row)), element('td', verdicts[verdict].zh), element('td', name), told);
  return line;
}

function sayNote({ column, given, message }: Note): string {
  const place = [column && `“${column}”`, given && `“${given}”`].filter(Boolean).join(' ');
  return place ? `${place}：${message}` : message;
}

function element(tag: string, text: string): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: text });
}
