// Carries out a mutation at the home that owns the row: once for a key, all or nothing, answered or refused.
import type { EntityManager } from 'typeorm';
import { homeOf } from '../../../schema/id';
import type { RecordColumns } from '../record';
import type { RequestContext } from '../request-context';
import { refuseInvalid } from '../scalar/invalid';
import { mayWrite, requireActor, type Actor } from './actor';
import { audit } from './audit-entry';
import { changeHome, rehearseInHome } from './change-home';
import { findAnswer, isSameInput, keepAnswer, type KeyedRequest, type RequestKey } from './kept-answer';
import type { Creation, Machine, Transition, WorkflowRow } from './machine';
import { keepRefusal, Refusal, reviveRefusal } from './refusal';
import { invalidInput, keyReused, readsOnly } from './sentences';
import { CONFIRMATION, screenInput } from './screen-input';
import { takeCreation } from './take-creation';
import { takeTransition } from './take-transition';
import type { FreeText } from './texts-in';

/** An action of a machine, by its name, with the input that names its home. */
export type BoundAction = { machine: Machine; name: string; target: string } & (
  { kind: 'transition'; action: Transition<never> } | { kind: 'creation'; action: Creation<never> }
);

/** One request for an action, inside its transaction. */
export interface Asked {
  context: RequestContext;
  manager: EntityManager;
  actor: Actor;
  home: string;
  /** Id of the row, of its parent, or of the home, as the input names it. */
  targetId: string;
  input: Record<string, unknown>;
  /** Why what looks like personal data is none; null where nothing does. */
  confirmed: string | null;
}

export interface Verdict {
  row: RecordColumns | null;
  refusal: Refusal | null;
  replayed: boolean;
}

/** `place`: the response name of the mutation. Throws what is wrong with the form of the input, and UNAUTHENTICATED where nobody is known to ask. */
export async function takeAction(
  context: RequestContext,
  bound: BoundAction,
  given: Record<string, unknown>,
  { texts, place }: { texts: readonly FreeText[]; place: string },
): Promise<Verdict> {
  refuseInvalid(given);
  const actor = requireActor(context.actor);
  const screened = screenInput(texts, actor);
  if (screened.refusal) return refused(screened.refusal);
  const { confirmed } = screened;
  const { idempotencyKey, dryRun, ...input } = given;
  const targetId = input[bound.target] as string;
  const home = homeOf(targetId);
  const carryOut = dryRun === true ? rehearseInHome : changeHome;
  const verdict = await carryOut(context.database, home, (manager) => {
    const asked = { context, manager, actor, home, targetId, input, confirmed };
    const key = keyOf(context, idempotencyKey, place);
    return key ? once(bound, asked, key) : decide(bound, asked);
  });
  context.forget();
  return dryRun === true && !verdict.replayed ? { ...verdict, row: null } : verdict;
}

const KEY = /^[\x21-\x7e]{8,100}$/;

/** Without a key of the caller's own the signature is one: captured, it does nothing twice, whatever process it meets. */
function keyOf({ signature }: RequestContext, named: unknown, place: string): RequestKey | null {
  if (typeof named === 'string') return { named };
  return signature === undefined ? null : { signature, place };
}

async function once(bound: BoundAction, asked: Asked, key: RequestKey): Promise<Verdict> {
  if ('named' in key && !KEY.test(key.named)) return refused(badKey());
  const { context, manager, actor, home, input } = asked;
  const request: KeyedRequest = { home, actor, key, action: bound.name, input };
  const answer = await findAnswer(manager, request, context.today);
  if (answer && !isSameInput(answer, request)) return refused(keyReused());
  if (answer) {
    const row = answer.rowId === null ? null : await findRow(bound.machine, manager, answer.rowId);
    return { row, refusal: answer.refusal && reviveRefusal(answer.refusal), replayed: true };
  }
  const verdict = await decide(bound, asked);
  const refusal = verdict.refusal && keepRefusal(verdict.refusal);
  await keepAnswer(manager, request, { rowId: verdict.row?.id ?? null, refusal }, context.today);
  return verdict;
}

async function decide(bound: BoundAction, asked: Asked): Promise<Verdict> {
  if (!mayWrite(asked.actor)) return refused(readsOnly());
  const taken =
    bound.kind === 'transition'
      ? await takeTransition(bound.machine, bound, asked)
      : await takeCreation(bound.machine, bound, asked);
  if (taken instanceof Refusal) return refused(taken);
  const row = await findRow(bound.machine, asked.manager, taken);
  if (asked.confirmed) await auditConfirmation(asked, row as WorkflowRow);
  return { row, refusal: null, replayed: false };
}

/** That it was confirmed, and by which office; the reason stands with the step, since the audit has no free text. */
async function auditConfirmation(
  { context, manager, actor, home }: Asked,
  { id: rowId, version }: WorkflowRow,
): Promise<void> {
  const { organization, office, kind: actorKind } = actor;
  const who = { home, organization, office, actorKind, at: context.now, requestId: context.requestId };
  const what = { action: CONFIRMATION, rowId, oldVersion: version, newVersion: version };
  await audit(manager, { ...who, ...what, fromState: null, toState: null });
}

function refused(refusal: Refusal): Verdict {
  return { row: null, refusal, replayed: false };
}

function findRow({ spec }: Machine, manager: EntityManager, id: string): Promise<RecordColumns | null> {
  return manager.findOneBy(spec.target, { id } as never) as Promise<RecordColumns | null>;
}

function badKey(): Refusal {
  return invalidInput('idempotencyKey', {
    zh: '应为 8 至 100 个可见的 ASCII 字符，例如 UUID。',
    en: 'expected 8 to 100 visible ASCII characters, e.g. a UUID.',
  });
}
