// The audit of a home as a file, one JSON line an entry and a last line that closes it; and whether such a file is whole.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { EntityManager } from 'typeorm';
import { findBrokenSeal, readAudit, type AuditEntry } from './audit-entry';

/** How far an audit goes: noted elsewhere, it tells whether what came before was written anew since. */
export interface AuditHead {
  entries: number;
  /** Hash of the last entry; null where there is none. */
  lastHash: string | null;
}

interface Closing extends AuditHead {
  home: string;
  exportedAt: string;
}

export type AuditVerdict = (AuditHead & { fault?: undefined }) | { fault: string };

export async function exportAudit(
  manager: EntityManager,
  { home, path, now }: { home: string; path: string; now: string },
): Promise<AuditHead> {
  const file = createWriteStream(path);
  const head: AuditHead = { entries: 0, lastHash: null };
  for await (const entry of readAudit(manager, home)) {
    if (!file.write(`${JSON.stringify(entry)}\n`)) await once(file, 'drain');
    head.entries += 1;
    head.lastHash = entry.hash;
  }
  const closing: Closing = { home, exportedAt: now, ...head };
  file.end(`${JSON.stringify({ closing })}\n`);
  await once(file, 'finish');
  return head;
}

/** `kept`: an entry's number and hash as they were noted when the audit was exported or verified before. */
export async function verifyAudit(
  lines: AsyncIterable<string>,
  kept?: { number: number; hash: string },
): Promise<AuditVerdict> {
  const head: AuditHead = { entries: 0, lastHash: null };
  let closing: Closing | undefined;
  let keptHash: string | undefined;
  const entries = async function* (): AsyncGenerator<AuditEntry> {
    for await (const line of lines) {
      const read = JSON.parse(line) as AuditEntry & { closing?: Closing };
      if (closing) throw new Error('lines follow the one that closes it');
      if (read.closing) {
        closing = read.closing;
        continue;
      }
      head.entries += 1;
      head.lastHash = read.hash;
      if (head.entries === kept?.number) keptHash = read.hash;
      yield read;
    }
  };
  try {
    const broken = await findBrokenSeal(entries());
    if (broken !== null)
      return { fault: `the chain breaks at ${broken}: it was altered, or one before it is missing` };
  } catch (cause) {
    return { fault: `it is no audit as it was exported: ${(cause as Error).message}` };
  }
  if (!closing)
    return { fault: `it was cut off after entry ${head.entries}: the line that closes it is missing` };
  if (closing.entries !== head.entries || closing.lastHash !== head.lastHash)
    return { fault: `it was cut off after entry ${head.entries}: ${closing.entries} were exported` };
  if (kept && keptHash !== kept.hash)
    return {
      fault: `entry ${kept.number} is not the one that was noted: it was written anew since, or is another home's`,
    };
  return head;
}
