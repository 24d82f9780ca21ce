// `audit verify`: the registry walks its own log, or an exported file is walked here, away from the registry.
import type { KeyObject } from 'node:crypto';
import { readPublicKey } from '../../gateway/supergraph/artifact-signature';
import { type KeptEntry, readKept } from '../read-kept';
import { readTextFile } from './ask-registry';
import { type AuditFileReport, verifyAuditFile } from './audit-file';
import { VERIFY_AUDIT } from './documents';
import { EXIT } from './exit-codes';
import { type Options, type Result, type Run, UsageError } from './parse-command';

export async function verifyAudit(run: Run): Promise<Result> {
  const { file, key } = run.options;
  if (typeof file === 'string') return verifyFile(file, run.options);
  if (key === undefined) return verifyLog(run);
  throw new UsageError('--key is for --file: the registry that is asked signs with its own key.');
}

function verifyFile(file: string, options: Options): Result {
  const given = { key: readKey(options.key), kept: readKept(options.kept) };
  const report = verifyAuditFile(readTextFile(file, '--file'), given);
  const data = { ...report, isSignatureChecked: given.key !== undefined && report.broken === null };
  const text = report.broken
    ? `${file} is not whole: line ${report.broken.line}: ${report.broken.why}. Entries before it that are sound: ${report.entries}.`
    : `${tellWhole(file, report)}\n${tellSignature(options.key, given.kept)}`;
  return { exit: report.broken ? EXIT.refused : EXIT.accepted, text, data };
}

function tellWhole(file: string, { entries, first, last }: AuditFileReport): string {
  return `${file} is whole: ${entries} entries, the first of ${first?.at}, the last of ${last?.at}. Keep this elsewhere: ${last?.sequence}:${last?.hash}`;
}

function tellSignature(key: Options[string], kept?: KeptEntry): string {
  if (key !== undefined) return `Its end is signed with the key in ${String(key)}.`;
  const unchecked = 'The signature of its end was not checked, so';
  const how = 'give --key (GET /supergraph/key of the registry answers the key)';
  return kept
    ? `${unchecked} what follows the kept entry ${kept.number} may have been written anew: ${how}.`
    : `${unchecked} it may have been written anew as a whole: ${how} or --kept.`;
}

function readKey(file: Options[string]): KeyObject | undefined {
  if (file === undefined) return undefined;
  const key = readPublicKey(readTextFile(String(file), '--key'));
  if (key) return key;
  throw new UsageError(
    `--key ${String(file)}: it is no Ed25519 public key, as GET /supergraph/key of the registry answers it.`,
  );
}

interface LogReport {
  entries: number;
  last: string | null;
  broken: { sequence: number; why: string } | null;
}

async function verifyLog({ ask, options }: Run): Promise<Result> {
  const kept = readKept(options.kept);
  const asked = { keptSequence: kept?.number, keptHash: kept?.hash };
  const { result } = await ask<{ result: LogReport }>(VERIFY_AUDIT, asked);
  const text = result.broken
    ? `The audit log is broken at entry ${result.broken.sequence} (${result.broken.why}); the ${result.entries} before it are sound.`
    : `All ${result.entries} entries are sound. Keep this elsewhere: ${result.entries}:${result.last}`;
  return { exit: result.broken ? EXIT.refused : EXIT.accepted, text, data: result };
}
