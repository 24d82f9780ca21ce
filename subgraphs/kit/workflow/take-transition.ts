// Takes one step of a row that exists: found, allowed, current, in the right state, and then written with its traces.
import { Not } from 'typeorm';
import { faultInStep, prepareStep } from './prepare-step';
import type { Machine, Step, Transition, WorkflowRow } from './machine';
import type { Refusal } from './refusal';
import { notAllowed, notAllowedInState, notFound, staleVersion } from './sentences';
import type { Asked } from './take-action';
import { WorkflowStep } from './workflow-step';
import { leaveTraces } from './leave-traces';
import { whenMoved } from './when-moved';

interface Named {
  name: string;
  action: Transition<never>;
}

/** The id of the row, or why it was not done. */
export async function takeTransition(
  machine: Machine,
  named: Named,
  asked: Asked,
): Promise<string | Refusal> {
  const { name, action } = named;
  const { manager, targetId } = asked;
  const row = (await manager.findOneBy(machine.spec.target, { id: targetId } as never)) as WorkflowRow | null;
  if (!row) return notFound(targetId);
  const barred = barredFrom(action, row, asked);
  if (barred) return barred;
  const prepared = prepareStep(machine, action, asked, { row, parent: null });
  if ('refusal' in prepared) return prepared.refusal;
  const { step, messages } = prepared;
  const fault = await faultInStep(machine, action, step);
  if (fault) return fault;
  const to = action.back ? await stateBefore(step) : action.to;
  const columns = await columnsOf(machine, { ...action, to }, step);
  await manager.update(machine.spec.target, { id: row.id } as never, columns as never);
  await action.effects?.(step as never);
  const [fromState, toState] = [row.state ?? null, to ?? row.state ?? null];
  await leaveTraces(asked, {
    action: name,
    row: { ...row, version: row.version + 1 },
    oldVersion: row.version,
    fromState,
    toState,
    messages,
  });
  return row.id;
}

function barredFrom(
  { who, from }: Transition<never>,
  row: WorkflowRow,
  { actor, input }: Asked,
): Refusal | null {
  if (!who.some((role) => role.holds(actor, row as never))) return notAllowed(who);
  const seen = input.expectedVersion;
  if (typeof seen === 'number' && seen !== row.version) return staleVersion(seen, row.version);
  const state = row.state ?? null;
  return from && (state === null || !from.includes(state)) ? notAllowedInState(row.id, state, from) : null;
}

/** What the input gives, what the action adds, and what every step changes. */
async function columnsOf(machine: Machine, { change, to }: Transition<never>, step: Step): Promise<object> {
  const changed = (await change?.(step as never)) as object | undefined;
  const moved = to ? { state: to, ...whenMoved(machine.spec, step) } : {};
  return { ...step.values, ...changed, ...moved, updatedAt: step.now, version: step.row.version + 1 };
}

/** The state that the row left when it came to the one it is in; as it is where its history does not tell. */
async function stateBefore({ manager, row }: Step): Promise<string | undefined> {
  const [arrival] = await manager.find(WorkflowStep, {
    where: { rowId: row.id, toState: row.state ?? '', fromState: Not(row.state ?? '') },
    order: { version: 'DESC' },
    take: 1,
  });
  return arrival?.fromState ?? undefined;
}
