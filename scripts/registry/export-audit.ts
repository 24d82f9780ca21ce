// The audit log as a file of JSON Lines, up to where it ended when the export began; the last line is that place, signed.
import { writeFileSync } from 'node:fs';
import type { AuditAnchor, AuditEntry } from '../../gateway/registry/domain/audit-chain';
import type { Ask } from './ask-registry';
import { writeAuditFile } from './audit-file';
import { AUDIT, AUDIT_ANCHOR } from './documents';
import { EXIT } from './exit-codes';
import { type Result, type Run, UsageError } from './parse-command';

const PAGE = 1_000;

export async function exportAudit({ ask, options: { out } }: Run): Promise<Result> {
  // Before the entries: whatever comes while they are read is after it, and left out.
  const { result: anchor } = await ask<{ result: AuditAnchor | null }>(AUDIT_ANCHOR);
  if (!anchor) return { exit: EXIT.refused, text: 'The audit log has no entry yet.', data: null };
  const entries = await readEntries(ask, anchor.sequence);
  const text = writeAuditFile(entries, anchor);
  if (typeof out !== 'string')
    return { exit: EXIT.accepted, text: text.trimEnd(), data: { entries, anchor } };
  writeTo(out, text);
  return {
    exit: EXIT.accepted,
    text: `${entries.length} entries written to ${out}. Keep this elsewhere: ${anchor.sequence}:${anchor.hash}`,
    data: { entries: entries.length, out, anchor },
  };
}

/** Those up to `end`, oldest first; fewer when the log lacks some. */
async function readEntries(ask: Ask, end: number): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (;;) {
    const after = entries.at(-1)?.sequence ?? 0;
    const { result } = await ask<{ result: AuditEntry[] }>(AUDIT, { after, limit: PAGE });
    const wanted = result.filter(({ sequence }) => sequence <= end);
    entries.push(...wanted);
    if (wanted.length < PAGE) return entries;
  }
}

function writeTo(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    throw new UsageError(`--out ${file}: it cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}
