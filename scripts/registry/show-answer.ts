// Answers of the registry as a person reads them: what became of a publication, lists, the graph.
import { type Language, type SdlFile, type ShownVerdict, showVerdict } from './show-verdict';

export interface ShownSubmission {
  outcome: 'ACCEPTED' | 'WAITING' | 'REFUSED';
  version: number | null;
  proposal: { id: string; waitsFor: string[] } | null;
  verdict: ShownVerdict;
  diff: string;
}

export function showSubmission(
  { outcome, version, proposal, verdict }: ShownSubmission,
  language: Language,
  file?: SdlFile,
): string {
  return [showVerdict(verdict, language, file), showOutcome()].filter(Boolean).join('\n');

  function showOutcome(): string {
    const zh = language === 'zh';
    if (outcome === 'REFUSED') return zh ? '被拒绝；图没有变化。' : 'Refused; the graph is unchanged.';
    if (outcome === 'ACCEPTED' && version === null) return zh ? '已接受。' : 'Accepted.';
    if (outcome === 'ACCEPTED')
      return zh ? `已接受，见第 ${version} 版。` : `Accepted; it is in version ${version}.`;
    const { id, waitsFor } = proposal!;
    return zh
      ? `等待 ${waitsFor.join('、')} 的同意；提案 ${id}。`
      : `Waits for the yes of ${waitsFor.join(', ')}; proposal ${id}.`;
  }
}

export function showRows(rows: Record<string, unknown>[], columns: string[]): string {
  if (rows.length === 0) return 'None.';
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines
    .map((line) =>
      line
        .map((text, i) => text.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  return Array.isArray(value) ? value.join(',') || '-' : String(value);
}

interface ShownGraph {
  number: number;
  kind: string;
  subject: string;
  by: string;
  at: string;
  subgraphs: Record<string, unknown>[];
  shards: Record<string, unknown>[];
  notJoined: Record<string, unknown>[];
}

export function showGraph({
  number,
  kind,
  subject,
  by,
  at,
  subgraphs,
  shards,
  notJoined,
}: ShownGraph): string {
  return [
    `Version ${number} (${kind} ${subject}, by ${by} at ${at})`,
    `Subgraphs\n${showRows(subgraphs, ['name', 'owner', 'url'])}`,
    `Shards\n${showRows(shards, ['name', 'owner', 'url', 'contracts', 'homes'])}`,
    `Not joined\n${showRows(notJoined, ['home', 'contracts'])}`,
  ].join('\n\n');
}
