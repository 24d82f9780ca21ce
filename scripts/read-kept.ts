// Reads `--kept`: the entry of an audit that somebody noted elsewhere, as the commands of this project print it.
import { UsageError } from './registry/parse-command';

export interface KeptEntry {
  /** From 1. */
  number: number;
  /** SHA-256 in hex. */
  hash: string;
}

/** Throws a UsageError when it is not written as `<number>:<hash>`. */
export function readKept(kept: string | boolean | undefined): KeptEntry | undefined {
  if (kept === undefined) return undefined;
  const [, number, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(String(kept)) ?? [];
  if (number && hash) return { number: Number(number), hash };
  throw new UsageError(
    `--kept is ${JSON.stringify(kept)}; expected <number>:<hash>, as export and verify print it.`,
  );
}
