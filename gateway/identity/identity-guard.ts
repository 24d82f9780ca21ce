// The first of the guards: who asks, by the request's token. A bad token is refused; it never counts as none.
import type { OperationGuard, Verdict } from '../steps/operation-steps';
import type { ReadToken, TokenReading } from './read-token';

export function proveIdentity(readToken: ReadToken): OperationGuard {
  return {
    name: 'identity',
    check(operation) {
      const reading = readToken(operation.authorization);
      return reading instanceof Promise ? reading.then(settle) : settle(reading);

      function settle(read: TokenReading): Verdict {
        if ('refusal' in read) return [read.refusal];
        operation.actor = read.actor;
        return undefined;
      }
    },
  };
}
