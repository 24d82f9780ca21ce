// A verdict as a person reads it: every finding with its place in the SDL, what is wrong, and what to do.
import type { Finding, Verdict } from '../../gateway/registry/verdict';
import type { Options } from './parse-command';

export type ShownFinding = Omit<Finding, 'at'> & { line: number | null; column: number | null };
export type ShownVerdict = Omit<Verdict, 'findings'> & { findings: ShownFinding[] };

export interface SdlFile {
  name: string;
  text: string;
}

export type Language = 'zh' | 'en';

const SIGN = { ERROR: '✗', NEEDS_APPROVAL: '?', WARNING: '!' } as const;
const MAX_CHANGES = 40;
/** A line of a generated SDL may be very long; what is shown of it fits a screen. */
const WIDTH = 120;

export function languageOf({ lang }: Options): Language {
  if (lang === 'zh' || lang === 'en') return lang;
  return /^zh/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh' : 'en';
}

export function showVerdict({ findings, changes }: ShownVerdict, language: Language, file?: SdlFile): string {
  const worst = ['ERROR', 'NEEDS_APPROVAL', 'WARNING'];
  const ordered = [...findings].sort((a, b) => worst.indexOf(a.severity) - worst.indexOf(b.severity));
  const shown = changes.slice(0, MAX_CHANGES).map((change) => `  ${showChange(change, language)}`);
  const more = changes.length - shown.length;
  return [
    ...ordered.map((finding) => showFinding(finding, language, file)),
    ...(shown.length > 0 ? [language === 'zh' ? '图的变化：' : 'The graph changes:', ...shown] : []),
    ...(more > 0 ? [`  … ${more}`] : []),
  ].join('\n');
}

export function showFinding(finding: ShownFinding, language: Language, file?: SdlFile): string {
  const { rule, severity, line, column, coordinate, sentence, suggestion, approver } = finding;
  const place = line && column ? ` ${file?.name ?? 'SDL'}:${line}:${column}` : '';
  const head = `${SIGN[severity]} ${rule}${place}${coordinate ? ` (${coordinate})` : ''}`;
  const yes = language === 'zh' ? `需要 ${approver} 的同意。` : `Needs the yes of ${approver}.`;
  return [
    head,
    ...(file && line && column ? excerpt(file.text, line, column) : []),
    indent(sentence[language]),
    ...(suggestion ? [indent(`→ ${suggestion[language]}`)] : []),
    ...(approver ? [indent(yes)] : []),
  ].join('\n');
}

/** The line, and a caret below the place. */
function excerpt(text: string, line: number, column: number): string[] {
  const source = text.split(/\r\n|\n|\r/)[line - 1];
  if (source === undefined) return [];
  const start = Math.max(0, column - WIDTH / 2);
  const shown = source.slice(start, start + WIDTH).replace(/\t/g, ' ');
  const margin = String(line).padStart(5);
  return [`${margin} | ${shown}`, `${' '.repeat(5)} | ${blank(shown.slice(0, column - 1 - start))}^`];
}

/** Chinese signs are twice as wide. */
function blank(text: string): string {
  return [...text]
    .map((sign) => (/[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/.test(sign) ? '  ' : ' '))
    .join('');
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}

function showChange(
  { kind, coordinate, criticality, sentence, inUseBy }: Verdict['changes'][number],
  language: Language,
): string {
  const sign = { ADDED: '+', REMOVED: '-', CHANGED: '~' }[kind];
  const used =
    inUseBy.length === 0
      ? ''
      : language === 'zh'
        ? `（使用者：${inUseBy.join('、')}）`
        : ` (used by ${inUseBy.join(', ')})`;
  return `${sign} ${coordinate} ${criticality}: ${sentence[language]}${used}`;
}
