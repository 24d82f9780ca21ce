// What every operation passes, whichever way it is answered: guards before it runs, hooks on its answer, in one ordered list.
import { channel } from 'node:diagnostics_channel';
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { SignedActor } from '../../schema/actor-signature';
import type { CutOperation } from '../access/access-guard';
import type { KnownDocument } from '../planning/document-cache';
import type { HomesRecord } from '../sharding/homes-record';

/** An operation before it runs. */
export interface AskedOperation {
  schema: GraphQLSchema;
  text: string;
  /** SHA-256 of the text; absent where the document is known already. */
  hash: string | undefined;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
  signal: AbortSignal | undefined;
  /** The header by which it says who asks. */
  authorization: string | undefined;
  /** Who asks, once that is proved; undefined also where nobody has signed in. */
  actor: SignedActor | undefined;
  /** Set once the document has been read. */
  known: KnownDocument | undefined;
  /** Set where whoever asks may not read all of it. */
  cut?: CutOperation;
}

export interface OperationGuard {
  name: string;
  /** Errors when the operation is refused. */
  check(operation: AskedOperation): Verdict | Promise<Verdict>;
}

export type Verdict = readonly GraphQLError[] | undefined;

/** An answer on its way out; hooks change it in place. */
export interface OutgoingAnswer {
  /** Whether anything was run; data itself is an object on one way and text on the other. */
  readonly hasData: boolean;
  errors: readonly GraphQLFormattedError[] | undefined;
  extensions: Record<string, unknown> | undefined;
  /** Undefined stands for 200. */
  status: number | undefined;
  /** In lower case; undefined while there are none. */
  headers: Record<string, string> | undefined;
}

/** What hooks may know of the request. */
export interface AnsweredOperation {
  method: string;
  accept: string | undefined;
  /** Who asks, as the request says. */
  client: string | undefined;
  /** Whether it was asked by the hash of its document alone. */
  isByHash: boolean;
  homes: HomesRecord;
  /** Undefined when it was refused before it was read. */
  known: KnownDocument | undefined;
}

export interface AnswerHook {
  name: string;
  apply(answer: OutgoingAnswer, operation: AnsweredOperation): void;
}

export interface OperationSteps {
  guards: readonly OperationGuard[];
  hooks: readonly AnswerHook[];
}

/** One guard or hook that was passed; for tests and for whoever measures. */
export interface PassedStep {
  way: 'direct' | 'apollo';
  step: string;
}

const passed = channel('lianxi:step');

export function tellStep(way: PassedStep['way'], step: string): void {
  if (passed.hasSubscribers) passed.publish({ way, step } satisfies PassedStep);
}

export function applyHooks(
  way: PassedStep['way'],
  hooks: readonly AnswerHook[],
  { answer, operation }: { answer: OutgoingAnswer; operation: AnsweredOperation },
): void {
  for (const hook of hooks) {
    tellStep(way, hook.name);
    hook.apply(answer, operation);
  }
}
