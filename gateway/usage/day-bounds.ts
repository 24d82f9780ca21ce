// What one day may bring: clients say their names and write their documents themselves, and the registry keeps a row for each.
import { OTHERS } from './use-count';

const UNKNOWN = 'unknown';

/** Names that may be shown; clients beyond the bound are counted together. */
export function createClientNames(most: number) {
  const names = new Set<string>();
  return function admit(header: string): string {
    const clean = header.replace(/[^A-Za-z0-9 ._@/-]+/g, '').trim();
    const name = clean.slice(0, 64) || UNKNOWN;
    if (names.size >= most && !names.has(name)) return OTHERS;
    names.add(name);
    return name;
  };
}

/** What was admitted once is admitted again. */
export function createEntryBound({ entries, coordinates }: Record<'entries' | 'coordinates', number>) {
  const admitted = new Set<string>();
  let left = coordinates;
  return function admit(id: string, needed: number): boolean {
    if (admitted.has(id)) return true;
    if (admitted.size >= entries || needed > left) return false;
    admitted.add(id);
    left -= needed;
    return true;
  };
}
