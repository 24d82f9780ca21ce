// Coerced arguments of a field, or the fault that they have.
import { GraphQLError } from 'graphql';
import type { ReadArguments } from '../plan/operation-plan';
import { Fault, faultOfError } from './fault';
import type { Run } from './run';

export function readArguments(run: Run, read: ReadArguments): Record<string, unknown> | Fault {
  return orFault(() => read(run.coerced));
}

/** What `make` gives, or the caller's fault that it throws. */
export function orFault<T>(make: () => T): T | Fault {
  try {
    return make();
  } catch (error) {
    if (error instanceof GraphQLError) return faultOfError(error);
    throw error;
  }
}
