// The audit log as JSON Lines, page by page; the last line is the signed place where it ends.
import { writeFileSync } from 'node:fs';
import { AUDIT, AUDIT_ANCHOR } from './documents';
import { EXIT } from './exit-codes';
import type { Result, Run } from './parse-command';

const PAGE = 1_000;

export async function exportAudit({ ask, options: { out } }: Run): Promise<Result> {
  const entries: { sequence: number }[] = [];
  for (;;) {
    const { result } = await ask<{ result: { sequence: number }[] }>(AUDIT, {
      after: entries.at(-1)?.sequence ?? 0,
      limit: PAGE,
    });
    entries.push(...result);
    if (result.length < PAGE) break;
  }
  const { result: anchor } = await ask<{ result: { sequence: number; hash: string } }>(AUDIT_ANCHOR);
  const lines = [...entries, { anchor }].map((line) => JSON.stringify(line)).join('\n');
  if (typeof out !== 'string') return { exit: EXIT.accepted, text: lines, data: { entries, anchor } };
  writeFileSync(out, `${lines}\n`, { mode: 0o600 });
  return {
    exit: EXIT.accepted,
    text: `${entries.length} entries written to ${out}. Keep this elsewhere: ${anchor.sequence}:${anchor.hash}`,
    data: { entries: entries.length, out, anchor },
  };
}
