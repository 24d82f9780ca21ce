// Carries out what was decided for a row: makes it, changes it where that was asked, and takes the steps that follow.
import { notPersonal } from '../lists/columns';
import type { FollowingStep, GraphRow, ListDeclaration, ListMutation, Values } from '../lists/list';
import type { Difference } from './decide-row';
import type { ExistingRow } from './existing-rows';
import type { ReadRow } from './read-row';
import { sendStep, type Sending, type StepOutcome } from './send-step';
import { bilingual, type Note, type Verdict } from './verdict';

export interface CarryingGround {
  list: ListDeclaration;
  home: string;
  /** Rows that differ are changed. */
  update: boolean;
  sending: Sending;
  headingOf(field: string): string;
}

export interface Carried {
  verdict: Verdict;
  id?: string;
  notes: Note[];
}

export async function createRow(read: ReadRow, ground: CarryingGround): Promise<Carried> {
  const { list, home, sending } = ground;
  const { mutation, fields, under } = list.create;
  const target = under === 'home' ? home : read.values[under];
  const input = { [under]: target, ...pick(read.values, fields) };
  const made = await sendStep(sending, { mutation, payload: list.singular, input });
  if (made.kind !== 'done') return failed(made, read, ground);
  if (made.replayed)
    return { verdict: 'DIFFERS', id: made.id, notes: [{ message: bilingual(CHANGED_SINCE) }] };
  if (made.id === undefined) return { verdict: 'CREATED', notes: toFollow(list, read.values) };
  const { notes, unanswered } = await takeSteps(
    list.follow?.(read.values, { id: made.id }) ?? [],
    read,
    ground,
  );
  return { verdict: unanswered ? 'UNANSWERED' : notes.length > 0 ? 'PARTLY' : 'CREATED', id: made.id, notes };
}

/** A row that is there: told of where it differs, changed where that was asked. */
export async function keepRow(
  read: ReadRow,
  { existing, differences }: { existing: ExistingRow; differences: Difference[] },
  ground: CarryingGround,
): Promise<Carried> {
  const { list, update } = ground;
  const { id } = existing.row;
  const frozen = differences.filter(({ column }) => !list.update?.fields.includes(column.field));
  if (differences.length > 0 && (!update || frozen.length > 0))
    return { verdict: 'DIFFERS', id, notes: [...differences.map(({ note }) => note), left(update)] };
  const changed =
    differences.length > 0 ? await changeRow(read, existing.row, { differences, ground }) : undefined;
  if (changed && changed.kind !== 'done') return { ...failed(changed, read, ground), id };
  const steps = list.follow?.(read.values, { id, existing }) ?? [];
  const { notes, unanswered, taken } = await takeSteps(steps, read, ground);
  if (unanswered) return { verdict: 'UNANSWERED', id, notes };
  if (notes.length > 0) return { verdict: 'PARTLY', id, notes };
  return {
    verdict: changed || taken > 0 ? 'UPDATED' : 'UNCHANGED',
    id,
    notes: differences.map(({ note }) => note),
  };
}

function changeRow(
  { values }: ReadRow,
  { id, version }: GraphRow,
  { differences, ground: { list, sending } }: { differences: Difference[]; ground: CarryingGround },
): Promise<StepOutcome> {
  const { mutation, reason } = list.update as ListMutation & { reason?: string };
  const changed = pick(values, [...differences.map(({ column }) => column.field), notPersonal.field]);
  const input = { id, ...(reason && { reason }), ...changed, expectedVersion: version };
  return sendStep(sending, { mutation, payload: list.singular, input });
}

async function takeSteps(steps: readonly FollowingStep[], read: ReadRow, ground: CarryingGround) {
  const notes: Note[] = [];
  for (const { mutation, payload, input, field, about } of steps) {
    const outcome = await sendStep(ground.sending, { mutation, payload, input: withoutEmpty(input) });
    if (outcome.kind === 'done') continue;
    const told = noteOf(outcome, read, ground, field);
    notes.push({ ...told, message: `${about.zh} / ${about.en}: ${told.message}` });
    if (outcome.kind === 'unanswered') return { notes, unanswered: true, taken: 0 };
  }
  return { notes, unanswered: false, taken: steps.length - notes.length };
}

function failed(
  outcome: Exclude<StepOutcome, { kind: 'done' }>,
  read: ReadRow,
  ground: CarryingGround,
): Carried {
  const verdict = outcome.kind === 'refused' ? 'REFUSED' : 'UNANSWERED';
  return { verdict, notes: [noteOf(outcome, read, ground)] };
}

/** The owner names a field; people know the column. */
function noteOf(
  { code, message, ...rest }: Exclude<StepOutcome, { kind: 'done' }>,
  { given }: ReadRow,
  { headingOf }: CarryingGround,
  field = 'field' in rest ? rest.field : undefined,
): Note {
  const column = field === undefined ? '' : headingOf(field);
  const cell = field === undefined ? undefined : given[field];
  return { ...(column && { column }), ...(cell && { given: cell }), code, message };
}

/** What a dry run cannot try, since the row that it belongs to is not there. */
function toFollow({ follow }: ListDeclaration, values: Values): Note[] {
  const steps = follow?.(values, { id: 'new' }) ?? [];
  return steps.map(({ about }) => ({
    message: bilingual({
      zh: `${about.zh}：此行建立之后再由所有方判定。`,
      en: `${about.en}: its owner decides once the row is there.`,
    }),
  }));
}

function pick(values: Values, fields: readonly string[]): Record<string, unknown> {
  return withoutEmpty(Object.fromEntries(fields.map((field) => [field, values[field]])));
}

function withoutEmpty(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

const CHANGED_SINCE = {
  zh: '此行曾导入过，此后已改；未改动。',
  en: 'The row was imported before and has been changed since; it was left as it is.',
};

function left(update: boolean): Note {
  return update
    ? {
        message: bilingual({
          zh: '这些列不能由名册修改；未改动。',
          en: 'A list cannot change these columns; left as it is.',
        }),
      }
    : {
        message: bilingual({
          zh: '未改动；确要修改请选择“更新已有的行”（--update）。',
          en: 'Left as it is; to change it, ask for it (--update).',
        }),
      };
}
