// What every step has in common before anything is written: its values are read and its own check is asked.
import type { ObjectLiteral } from 'typeorm';
import { parseId } from '../../../schema/id';
import { allReferences } from '../noun/references';
import type { RecordColumns } from '../record';
import type { Creation, Machine, Message, Step, Transition, WorkflowRow } from './machine';
import { makeRow } from './make-row';
import { moveRow } from './move-row';
import { faultInText, readValues } from './read-values';
import type { Refusal } from './refusal';
import { invalidInput } from './sentences';
import type { Asked } from './take-action';

type Action = Transition<never> | Creation<never>;

export type Prepared = { step: Step; messages: Message[] } | { refusal: Refusal };

export function prepareStep(
  { spec }: Machine,
  action: Action,
  asked: Asked,
  rows: { row: WorkflowRow; parent: RecordColumns | null },
): Prepared {
  const { context, manager, actor, input } = asked;
  const { takes = [], requires = [], reasonRequired } = action;
  const reason = input.reason as string | null | undefined;
  const required = reasonRequired === true;
  const fault = required || reason ? faultInText('reason', reason ?? '', { required }) : null;
  if (fault) return { refusal: fault };
  const read = readValues(spec, [...requires, ...takes], input);
  if ('refusal' in read) return read;
  const messages: Message[] = [];
  const { now, today } = context;
  const send = (message: Message) => void messages.push(message);
  const step: Step = {
    manager,
    actor,
    now,
    today,
    ...rows,
    values: read.values,
    input,
    send,
    move: (move) => moveRow(asked, step, move),
    make: (made) => makeRow(asked, step, made),
  };
  return { step, messages };
}

export async function faultInStep(machine: Machine, action: Action, step: Step): Promise<Refusal | null> {
  return (await faultInReferences(machine, step)) ?? (await action.check?.(step as never)) ?? null;
}

/** What a row refers to in its own home exists there; what it refers to elsewhere is an id that others check. */
async function faultInReferences({ spec }: Machine, { manager, row, values }: Step): Promise<Refusal | null> {
  for (const { column, target, foreign } of allReferences(spec.target)) {
    const id = (values as Record<string, string | null>)[column.property];
    if (!id || foreign) continue;
    const isHere = parseId(id)?.home === row.home;
    const found = isHere && (await manager.existsBy(target() as new () => ObjectLiteral, { id }));
    if (found) continue;
    return invalidInput(column.property, {
      zh: `本单位没有 ${id}；请核对编号。`,
      en: `the organization has no ${id}; check the id.`,
    });
  }
  return null;
}
