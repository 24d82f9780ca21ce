// Makes a row: at the caller's own home, or under a row of its owner.
import type { RecordColumns } from '../record';
import { completeRow } from '../database/load-rows';
import { defaultsOf } from './column-defaults';
import { parentOf, type Creation, type Machine, type WorkflowRow } from './machine';
import { leaveTraces } from './leave-traces';
import { newId } from './new-id';
import { faultInStep, prepareStep } from './prepare-step';
import type { Refusal } from './refusal';
import { notAllowed, notFound } from './sentences';
import { whenMoved } from './when-moved';
import type { Asked } from './take-action';

interface Named {
  name: string;
  action: Creation<never>;
}

/** The id of the new row, or why it was not made. */
export async function takeCreation(
  machine: Machine,
  { name, action }: Named,
  asked: Asked,
): Promise<string | Refusal> {
  const { manager, actor, home, targetId } = asked;
  const parent = action.under ? await findParent(machine, action.under, asked) : null;
  if (action.under ? !parent : targetId !== home) return notFound(targetId);
  if (!action.who.some((role) => role.holds(actor, (parent ?? { home }) as never)))
    return notAllowed(action.who);
  const draft = { id: newId(home, machine.spec.kind, asked.context.now), home } as WorkflowRow;
  const prepared = prepareStep(machine, action, asked, { row: draft, parent });
  if ('refusal' in prepared) return prepared.refusal;
  const { step, messages } = prepared;
  Object.assign(draft, defaultsOf(machine.spec), step.values, action.under && { [action.under]: targetId });
  const fault = await faultInStep(machine, action, step);
  if (fault) return fault;
  const state = action.to && {
    state: action.to,
    ...whenMoved(machine.spec, step),
  };
  const changed = (await action.change?.(step as never)) as object | undefined;
  Object.assign(draft, changed, state, { provenance: 'ENTERED', updatedAt: step.now, version: 1 });
  const { target } = machine.spec;
  const row = completeRow<object>(
    manager.connection.getMetadata(target),
    manager.create(target as never, draft as never),
  );
  await manager.insert(target, row as never);
  await action.effects?.(step as never);
  await leaveTraces(asked, {
    action: name,
    row: draft,
    oldVersion: null,
    fromState: null,
    toState: action.to ?? null,
    messages,
  });
  return draft.id;
}

function findParent(
  machine: Machine,
  under: string,
  { manager, targetId }: Asked,
): Promise<RecordColumns | null> {
  return manager.findOneBy(parentOf(machine, under), {
    id: targetId,
  } as never) as Promise<RecordColumns | null>;
}
