// The ready operations, each with its titles from its first line, in the groups in which a meeting asks them.
import type { Sentence } from '../words/language';

export interface Question {
  file: string;
  text: string;
  number: number | null;
  title: Sentence;
}

export interface QuestionGroup {
  title: Sentence;
  questions: Question[];
}

interface ReadyOperations {
  operations: Array<{ file: string; text: string }>;
  /** Whether `/` tries Apollo Sandbox. */
  sandbox: boolean;
}

const GROUPS: Array<{ upTo: number; title: Sentence }> = [
  { upTo: 4, title: { zh: '资源与预约', en: 'Resources and bookings' } },
  { upTo: 8, title: { zh: '协议与任务', en: 'Agreements and tasks' } },
  { upTo: 11, title: { zh: '需求与认领', en: 'Needs and claims' } },
  { upTo: 15, title: { zh: '会议与督办', en: 'Meetings and supervision' } },
  { upTo: 19, title: { zh: '项目与资金', en: 'Projects and money' } },
  { upTo: 21, title: { zh: '活动与服务站', en: 'Activities and stations' } },
  { upTo: 25, title: { zh: '比较、评价与来源', en: 'Comparisons and sources' } },
];
const OTHERS: Sentence = { zh: '其他', en: 'Others' };

export async function loadQuestions(): Promise<{ groups: QuestionGroup[]; sandbox: boolean }> {
  const response = await fetch('/explorer/operations.json');
  if (!response.ok) throw new Error(`/explorer/operations.json: HTTP ${response.status}`);
  const { operations, sandbox } = (await response.json()) as ReadyOperations;
  return { groups: groupQuestions(operations), sandbox };
}

export function groupQuestions(operations: ReadyOperations['operations']): QuestionGroup[] {
  const groups = new Map<Sentence, Question[]>();
  for (const question of operations.map(readQuestion)) {
    const { number } = question;
    const title = GROUPS.find(({ upTo }) => number !== null && number <= upTo)?.title ?? OTHERS;
    groups.set(title, [...(groups.get(title) ?? []), question]);
  }
  return [...groups].map(([title, questions]) => ({ title, questions }));
}

/** `# 3 等待批准的预约 · Bookings that wait (rows by …)`: number, Chinese, English, and a remark for programmers. */
function readQuestion({ file, text }: { file: string; text: string }): Question {
  const line = /^#\s*(.+)$/m.exec(text)?.[1] ?? file;
  const [, number = null, rest = line] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
  const [zh = rest, en = rest] = rest.replace(/\s*\(rows by [^)]*\)/, '').split(' · ', 2);
  const name = file.replace(/\.graphql$/, '');
  return { file: name, text, number: number === null ? null : Number(number), title: { zh, en } };
}
