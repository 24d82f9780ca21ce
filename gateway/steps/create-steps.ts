// The ordered list itself: what is checked before an operation runs, and what is done to every answer.
import { enforceAccess, type AccessGround } from '../access/access-guard';
import { proveIdentity } from '../identity/identity-guard';
import type { ReadToken } from '../identity/read-token';
import { tooComplex } from '../guard/refusal';
import { type VariableBounds, refuseVariables } from '../guard/variable-bounds';
import type { Planning } from '../planning/create-planning';
import { allowKeeping } from './allow-keeping';
import { eachErrorOnce, reportHomes, statusOfFailure } from './finish-answer';
import type { AnswerHook, OperationGuard, OperationSteps } from './operation-steps';
import { statusForJson } from './status-for-json';

export interface StepsOptions extends Pick<AccessGround, 'kind' | 'rulesOf'> {
  readToken: ReadToken;
  planning: Planning;
  variables: VariableBounds;
  /** After all others: what counts an answer sees it as it is sent. */
  last?: readonly AnswerHook[];
}

export function createSteps(options: StepsOptions): OperationSteps {
  const { readToken, planning, variables, last = [] } = options;
  return {
    guards: [
      proveIdentity(readToken),
      boundVariables(variables),
      readDocument(planning),
      enforceAccess(options),
    ],
    hooks: [statusForJson, reportHomes, eachErrorOnce, statusOfFailure, allowKeeping, ...last],
  };
}

function boundVariables(bounds: VariableBounds): OperationGuard {
  return {
    name: 'variables',
    check(operation) {
      const tooMuch = refuseVariables(operation.variables, bounds);
      return tooMuch && [tooComplex(tooMuch)];
    },
  };
}

/** Parsed, held to its bounds, validated and planned; at once when it is known. */
function readDocument(planning: Planning): OperationGuard {
  return {
    name: 'document',
    check(operation) {
      if (operation.known) return undefined;
      const { schema, text, hash = '', operationName, signal } = operation;
      const answer = planning.read(schema, { text, hash, operationName }, signal);
      return answer instanceof Promise ? answer.then(settle) : settle(answer);

      function settle(read: Awaited<typeof answer>) {
        if (read.kind === 'refused') return read.errors;
        operation.known = read;
        return undefined;
      }
    },
  };
}
