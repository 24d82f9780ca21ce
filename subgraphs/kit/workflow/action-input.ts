// The input types of mutations, made from a noun's columns: what an action takes, the key and the version it saw.
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { namedClass } from '../list/list-args';
import { columnOf, type Class, type ColumnSpec } from '../noun/spec';
import { Fen } from '../scalar/scalars';
import type { Creation, InputField, Machine, Transition } from './machine';

type AnyAction = Creation<never> | Transition<never>;

/** What every mutation may be told beside its own input. */
const COMMON: Record<string, InputField> = {
  dryRun: {
    type: () => Boolean,
    description:
      '试办：照常检查并答复，但什么都不改；本会办理的，行为空、原因为空。 A rehearsal: all is checked and answered as ever and nothing is changed; where it would be done, both row and refusal are null.',
  },
  idempotencyKey: {
    type: () => String,
    description:
      '幂等键，8 至 100 个字符：同键同内容再发一次，只办一次。 A key of 8 to 100 characters: sent again with the same input, it is done once.',
  },
  confirmNoPersonalData: {
    type: () => String,
    description:
      '岗位确认看似人名的不是个人信息，写明理由，最多 200 字；理由随办理记录保存。 The office confirms that what looks like a name is no personal data, and why, in at most 200 characters; kept with the step.',
  },
};

const SEEN: Record<string, InputField> = {
  expectedVersion: {
    type: () => Int,
    description:
      '所见的版本；已有变化则不办。 The version that was seen; refused when the row has changed since.',
  },
};

export function createTransitionInput(machine: Machine, name: string, transition: Transition<never>): Class {
  const target = {
    id: { type: () => ID, required: true, description: '办理对象的编号。 Id of the row.' },
  };
  return createInput(machine, name, transition, 'id', {
    ...target,
    ...fieldsOf(machine, transition, false),
    ...SEEN,
  });
}

export function createCreationInput(machine: Machine, name: string, creation: Creation<never>): Class {
  const home = creation.under ?? 'home';
  const description = creation.under
    ? columnOf(machine.spec, creation.under).description
    : '本单位的编号。 Id of your own organization.';
  const target = { [home]: { type: () => ID, required: true, description } };
  return createInput(machine, name, creation, home, { ...target, ...fieldsOf(machine, creation, true) });
}

function fieldsOf(machine: Machine, action: AnyAction, creates: boolean): Record<string, InputField> {
  const { takes = [], requires = [], more = {}, reasonRequired } = action;
  const column = (required: (column: ColumnSpec) => boolean) => (property: string) => {
    const spec = columnOf(machine.spec, property);
    return [property, { ...fieldOf(spec), required: required(spec) }] as const;
  };
  return {
    ...Object.fromEntries(requires.map(column(() => true))),
    ...Object.fromEntries(
      takes.map(column((spec) => creates && spec.required && spec.kind !== 'flag' && spec.kind !== 'json')),
    ),
    ...more,
    reason: {
      type: () => String,
      required: reasonRequired,
      description: '原因，最多 500 字。 The reason, at most 500 characters.',
    },
  };
}

function fieldOf({ kind, type, description }: ColumnSpec): InputField {
  if (kind === 'reference') return { type: () => ID, description };
  if (kind === 'money') return { type: () => Fen, description };
  return { type: kind === 'json' ? () => [String] : type, description };
}

function createInput(
  machine: Machine,
  name: string,
  action: AnyAction,
  home: string,
  fields: Record<string, InputField>,
): Class {
  const input = namedClass(`${name[0]!.toUpperCase()}${name.slice(1)}Input`);
  for (const [field, { type, description, required = false }] of Object.entries({ ...fields, ...COMMON }))
    Field(type as () => Class, { nullable: !required, description })(input.prototype as object, field);
  if (machine.spec.contract.sharded) Directive('@home')(input.prototype as object, home);
  InputType(input.name, { description: `输入：${action.description}` })(input);
  return input;
}
