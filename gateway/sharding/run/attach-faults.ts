// Puts a shard's errors where their values are missing, so that they travel with the data through every merge.
import type { ShardError } from '../transport';
import { faultOfShard } from '../state/fault';
import { isRaw, type Raw } from '../state/run';

/** An error stands at its path or, after null propagation, at the first null on the way to it. */
export function attachFaults(data: Raw, errors: readonly ShardError[]): void {
  for (const error of errors) if (error.path) attach(data, error.path, error);
}

function attach(data: Raw, path: readonly (string | number)[], error: ShardError): void {
  let holder: Raw = data;
  for (const key of path) {
    if (!Object.hasOwn(holder, key)) return;
    const value = holder[key];
    if (value === null) holder[key] = faultOfShard(error);
    if (!isRaw(value) && !Array.isArray(value)) return;
    holder = value as unknown as Raw;
  }
}
