// What a step leaves beside the row: its place in the history, its audit entry, and its messages to other owners.
import { audit } from './audit-entry';
import type { Message, WorkflowRow } from './machine';
import { newId } from './new-id';
import { OutboxMessage } from './outbox-message';
import type { Asked } from './take-action';
import { WorkflowStep } from './workflow-step';

interface Taken {
  action: string;
  /** The row with its new version. */
  row: Pick<WorkflowRow, 'id' | 'version'>;
  oldVersion: number | null;
  fromState: string | null;
  toState: string | null;
  messages: readonly Message[];
}

export async function leaveTraces(asked: Asked, taken: Taken): Promise<void> {
  const { context, manager, actor, home, input, confirmed } = asked;
  const { action, row, oldVersion, fromState, toState } = taken;
  const { organization, office } = actor;
  const who = { home, organization, office, at: context.now, action, rowId: row.id, fromState, toState };
  const reason = (input.reason as string | null | undefined)?.trim() || null;
  const id = newId(home, 'step', context.now);
  const said = { reason, confirmedNoPersonalData: confirmed };
  await manager.insert(WorkflowStep, { ...who, id, version: row.version, ...said });
  const { requestId } = context;
  await audit(manager, { ...who, requestId, actorKind: actor.kind, oldVersion, newVersion: row.version });
  for (const message of taken.messages)
    await manager.insert(OutboxMessage, toWaiting(asked, row.id, message) as never);
}

function toWaiting({ context: { now }, home }: Asked, rowId: string, message: Message): OutboxMessage {
  const waiting = {
    state: 'WAITING' as const,
    attempts: 0,
    nextAttemptAt: now,
    settledAt: null,
    lastCode: null,
  };
  return { id: newId(home, 'message', now), home, rowId, ...message, createdAt: now, ...waiting };
}
