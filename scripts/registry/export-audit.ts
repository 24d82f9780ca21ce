// The audit log as JSON Lines, page by page.
import { writeFileSync } from 'node:fs';
import { AUDIT } from './documents';
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
  const lines = entries.map((entry) => JSON.stringify(entry)).join('\n');
  if (typeof out !== 'string') return { exit: EXIT.accepted, text: lines, data: entries };
  writeFileSync(out, `${lines}\n`, { mode: 0o600 });
  return {
    exit: EXIT.accepted,
    text: `${entries.length} entries written to ${out}.`,
    data: { entries: entries.length, out },
  };
}
