// Ids of new rows: of the home, of the kind, and a ULID that is later than those made before.
import { monotonicFactory } from 'ulid';

const nextUlid = monotonicFactory();

export function newId(home: string, kind: string, now: string): string {
  return `${home}.${kind}.${nextUlid(Date.parse(now)).toLowerCase()}`;
}
