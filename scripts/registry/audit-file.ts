// An exported audit log: a JSON line an entry, oldest first, and a last line that says where the log ended, signed. Says whether a file is whole.
import type { KeyObject } from 'node:crypto';
import {
  anchorText,
  type AuditAnchor,
  type AuditEntry,
  type ChainBreak,
  walkChain,
} from '../../gateway/registry/domain/audit-chain';
import { isSignedBy } from '../../gateway/supergraph/artifact-signature';
import type { KeptEntry } from '../read-kept';

/** In the order in which they stand in a line. */
const ENTRY = 'sequence at by purpose token from verb subject details previous hash'.split(' ');
const ANCHOR = 'sequence hash signature'.split(' ');

export function writeAuditFile(entries: AuditEntry[], anchor: AuditAnchor): string {
  return [...entries, { anchor }].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Undefined: none as it was exported. */
type Line = AuditEntry | { anchor: AuditAnchor } | undefined;

export interface AuditFileReport {
  /** How many are sound, from the first on. */
  entries: number;
  first: AuditEntry | null;
  last: AuditEntry | null;
  broken: Misfit | null;
}

/** The first line that does not fit, counted from 1; one after the last where the end is missing. */
export interface Misfit {
  line: number;
  why: string;
}

export interface AuditFileChecks {
  /** Of the registry; without it the anchor's signature is not checked. */
  key?: KeyObject;
  /** An entry that must be there. */
  kept?: KeptEntry;
}

export function verifyAuditFile(text: string, checks: AuditFileChecks = {}): AuditFileReport {
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map(readLine);
  const end = lines.findIndex((line) => !line || 'anchor' in line);
  const read = lines.slice(0, end < 0 ? lines.length : end) as AuditEntry[];
  const { last, broken } = walkChain({ last: null, broken: null }, read);
  const entries = read.slice(0, last?.sequence ?? 0);
  return {
    entries: entries.length,
    first: entries[0] ?? null,
    last: entries.at(-1) ?? null,
    broken: broken
      ? { line: broken.sequence, why: sentenceOf(broken, read[entries.length]!) }
      : (endMisfit(lines.slice(entries.length), entries, checks.key) ?? keptMisfit(entries, checks.kept)),
  };
}

/** Only what is written to the letter as `writeAuditFile` writes it: in anything else hides what the hash does not cover. */
function readLine(line: string): Line {
  try {
    const read = JSON.parse(line) as NonNullable<Line>;
    const isWhole =
      'anchor' in read
        ? hasFields(read, ['anchor']) && hasFields(read.anchor, ANCHOR)
        : hasFields(read, ENTRY);
    return isWhole && JSON.stringify(read) === line ? read : undefined;
  } catch {
    return undefined;
  }
}

function hasFields(value: object, fields: string[]): boolean {
  return Object.keys(value).join(' ') === fields.join(' ');
}

function sentenceOf({ sequence, why }: ChainBreak, found: AuditEntry): string {
  if (why === 'MISSING')
    return `entry ${sequence} belongs here, and ${found.sequence} stands here: one was removed, put in or moved`;
  if (why === 'CHANGED') return `entry ${sequence} was altered: its hash is not the one of what it says`;
  return `entry ${sequence} does not follow entry ${sequence - 1}: one of the two was altered`;
}

/** `rest`: what follows the entries, which are sound. */
function endMisfit(rest: Line[], entries: AuditEntry[], key?: KeyObject): Misfit | null {
  const line = entries.length + 1;
  if (rest.length === 0) return { line, why: 'it is missing: the file was cut off before its last line' };
  const [end] = rest as [{ anchor: AuditAnchor } | undefined];
  if (!end) return { line, why: 'it is no line as it was exported: it was altered or cut off' };
  const why = anchorFault(end.anchor, entries.at(-1), key);
  if (why !== undefined) return { line, why };
  return rest.length > 1 ? { line: line + 1, why: 'it follows the line that ends the log' } : null;
}

function anchorFault(anchor: AuditAnchor, last?: AuditEntry, key?: KeyObject): string | undefined {
  const read = last?.sequence ?? 0;
  if (anchor.sequence !== read)
    return `the log ended at entry ${anchor.sequence}, and the file has ${read}: its end was cut off or altered`;
  if (anchor.hash !== last?.hash) return `the log ended with another entry ${read} than the file`;
  if (key && !isSignedBy(Buffer.from(anchorText(anchor)), String(anchor.signature), key))
    return 'its signature is not of this key: it was altered, or another registry signed it';
  return undefined;
}

function keptMisfit(entries: AuditEntry[], kept?: KeptEntry): Misfit | null {
  if (!kept || entries[kept.number - 1]?.hash === kept.hash) return null;
  return {
    line: Math.min(kept.number, entries.length + 1),
    why: `entry ${kept.number} is not the one that was kept: the log was written anew since, cut off, or is another's`,
  };
}
