// The page of lists: templates and exports by link, a dry run first, then the import of the very same file.
import type { ImportReport, ListReport, RowVerdict } from '../import/verdict';
import { showFault, showReport } from './show-report';
import type { PageWords } from './words';

const byId = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
const list = byId<HTMLSelectElement>('list');
const file = byId<HTMLInputElement>('file');
const update = byId<HTMLInputElement>('update');
const start = byId<HTMLButtonElement>('import');
const report = byId('report');

const words = (await (await fetch('/lists/words.json')).json()) as PageWords;

list.append(
  new Option('整个工作簿（按工作表名）', 'all'),
  ...words.lists.map(({ name, title }) => new Option(title.zh, name)),
);
list.addEventListener('change', showLinks);
for (const input of [list, file, update]) input.addEventListener('change', forgetReport);
byId('check').addEventListener('click', () => void send(true));
start.addEventListener('click', () => void send(false));
byId('export').addEventListener('click', () => void save());
showLinks();

function showLinks(): void {
  const formats = list.value === 'all' ? ['xlsx'] : ['xlsx', 'csv'];
  const links = formats.map((format) =>
    Object.assign(document.createElement('a'), {
      href: `/lists/${list.value}/template.${format}`,
      textContent: `下载模板 .${format}`,
    }),
  );
  byId('links').replaceChildren(...links);
}

/** Another file has not been looked at yet. */
function forgetReport(): void {
  start.disabled = true;
  report.replaceChildren();
}

async function send(dryRun: boolean): Promise<void> {
  const chosen = file.files?.[0];
  if (!chosen) return showFault(report, '请先选择文件。');
  start.disabled = true;
  report.textContent = dryRun ? '正在试运行……' : '正在导入……';
  const path = list.value === 'all' ? '/lists/import' : `/lists/${list.value}/import`;
  const query = new URLSearchParams({ dryRun: String(dryRun), update: String(update.checked) });
  try {
    const answer = await ask(`${path}?${query}`, { method: 'POST', body: await chosen.arrayBuffer() });
    const told = (await answer.json()) as ImportReport;
    showReport(report, told, words);
    start.disabled = !dryRun || !hasWork(told);
  } catch (fault) {
    showFault(report, (fault as Error).message);
  }
}

function hasWork({ lists }: ImportReport): boolean {
  const rows = lists.flatMap((each: ListReport) => each.rows);
  return rows.some(({ verdict }: RowVerdict) => ['CREATED', 'UPDATED', 'WAITS', 'PARTLY'].includes(verdict));
}

async function save(): Promise<void> {
  try {
    const answer = await ask(`/lists/${list.value}.xlsx`, {});
    const url = URL.createObjectURL(await answer.blob());
    const name = list.selectedOptions[0]!.textContent;
    Object.assign(document.createElement('a'), { href: url, download: `${name}.xlsx` }).click();
    URL.revokeObjectURL(url);
  } catch (fault) {
    showFault(report, (fault as Error).message);
  }
}

/** Rejects with the gateway's own sentence. */
async function ask(path: string, init: RequestInit): Promise<Response> {
  const token = byId<HTMLInputElement>('token').value.trim();
  const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(path, { ...init, headers });
  if (answer.ok) return answer;
  const told = (await answer.json()) as { errors: { message: string }[] };
  throw new Error(told.errors.map(({ message }) => message).join('\n'));
}
