// Finds the one home that a routed field names.
import { badId, parseId } from '../../../schema/id';
import type { RootPlan } from '../plan/operation-plan';
import { valueAt } from '../plan/read-arguments';
import { Fault, faultOfError } from '../state/fault';
import { readArguments } from '../state/read-safely';
import type { Run } from '../state/run';

/** The home; null when the argument is null; a Fault when it is malformed. */
export function routeOf(run: Run, { read, home }: RootPlan & { kind: 'routed' }): string | null | Fault {
  const args = readArguments(run, read);
  if (args instanceof Fault) return args;
  const id = valueAt(args, home);
  if (id === null || id === undefined) return null;
  return parseId(id)?.home ?? faultOfError(badId(id));
}
