// Makes another row of the home that follows from a step, with the same traces as a creation of its own.
import { completeRow } from '../database/load-rows';
import { specOf, type Class } from '../noun/spec';
import { defaultsOf } from './column-defaults';
import { leaveTraces } from './leave-traces';
import type { Step } from './machine';
import { newId } from './new-id';
import type { Asked } from './take-action';
import { whenMoved } from './when-moved';

export interface Made {
  noun: Class;
  values: { state?: string } & Record<string, unknown>;
  /** Said in the history and the audit instead of a mutation. */
  action: string;
}

/** The id of the new row. */
export async function makeRow(asked: Asked, step: Step, { noun, values, action }: Made): Promise<string> {
  const { manager, home, context } = asked;
  const spec = specOf(noun);
  const id = newId(home, spec.kind, context.now);
  const entered = { id, home, provenance: 'ENTERED', updatedAt: step.now, version: 1 };
  const moved = values.state ? whenMoved(spec, step) : {};
  const row = { ...defaultsOf(spec), ...moved, ...values, ...entered };
  const complete = completeRow<object>(
    manager.connection.getMetadata(noun),
    manager.create(noun as never, row as never),
  );
  await manager.insert(noun, complete as never);
  await leaveTraces(asked, {
    action,
    row: { id, version: 1 },
    oldVersion: null,
    fromState: null,
    toState: values.state ?? null,
    messages: [],
  });
  return id;
}
