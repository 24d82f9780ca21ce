// Why a step was not taken: an answer with its own type, told as data and not as an error.
import { Directive, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { Sentence } from '../../../schema/codes';
import { createChoice } from '../noun/choice';
import type { Class } from '../noun/spec';
import { DateTime } from '../scalar/scalars';

export const RefusalCode = createChoice('RefusalCode', '未能办理的原因。 Why a step was not taken.', {
  NOT_FOUND: '没有此行。 There is no such row.',
  NOT_ALLOWED: '无权办理。 The one who asks may not.',
  NOT_ALLOWED_IN_STATE: '此状态下不能办理。 Not allowed in this state.',
  STALE_VERSION: '所见版本已过时。 The row has changed since it was seen.',
  KEY_REUSED: '幂等键已用于另一操作。 The idempotency key was used for something else.',
  INVALID_INPUT: '输入不符合要求。 The input is not as expected.',
  WRONG_TIME: '时间不合适：太早或太晚。 Too early or too late.',
  NOT_OPEN: '不在开放时段内。 Not open then.',
  OVERLAPS: '与已批准的预约冲突。 Overlaps approved bookings.',
  CAPACITY_EXCEEDED: '超过容量。 More than the capacity.',
  ALREADY_EXISTS: '已有同样的一条。 There is one already.',
  INCOMPLETE: '所需的其他事项尚未完成。 Something that this needs is not done yet.',
  PERSONAL_DATA: '含个人信息，不予保存。 The texts hold personal data.',
  CONFIRMATION_NEEDED:
    '可能含人名，待岗位确认。 There may be a name, which the office is to confirm to be none.',
});

@InterfaceType({
  description: '未能办理：原因代码与说明。 A step that was not taken: its code and a sentence.',
  autoRegisterImplementations: false,
  resolveType: (refusal: object) => refusal.constructor.name,
})
export abstract class Refusal {
  @Field(() => RefusalCode, { description: '原因代码。 The code.' })
  code!: keyof typeof RefusalCode;

  @Field(() => String, {
    description: '说明：错在哪里、应当如何。 What was wrong, what was expected and what to do.',
  })
  message!: string;
}

const refusalTypes = new Map<string, Class<Refusal>>();

/** Declares a kind of refusal; a contract lists those that it uses. */
export function RefusalType(description: string): ClassDecorator {
  return (constructor) => {
    const type = constructor as unknown as Class<Refusal>;
    refusalTypes.set(type.name, type);
    Directive('@shareable')(constructor);
    ObjectType({ implements: Refusal, description, simpleResolvers: true } as never)(constructor);
  };
}

type Facts<R> = Omit<R, 'code' | 'message'>;

export function refusalOf<R extends Refusal>(
  type: Class<R>,
  code: Refusal['code'],
  { zh, en }: Sentence,
  facts: Partial<Facts<R>> = {},
): R {
  const refusal = Object.create(type.prototype as object) as R;
  return Object.assign(refusal, { code, message: `${zh} ${en}` }, facts);
}

/** A refusal as it is kept with its idempotency key. */
export interface KeptRefusal {
  type: string;
  facts: object;
}

export function keepRefusal(refusal: Refusal): KeptRefusal {
  return { type: refusal.constructor.name, facts: { ...refusal } };
}

/** Throws for a kind that this version no longer knows: a fault of ours. */
export function reviveRefusal({ type, facts }: KeptRefusal): Refusal {
  const known = refusalTypes.get(type);
  if (!known) throw new Error(`A refusal of the unknown type ${type} was kept`);
  return Object.assign(Object.create(known.prototype as object) as Refusal, facts);
}

@RefusalType('没有此行。 There is no such row.')
export class NotFound extends Refusal {
  @Field(() => ID, { description: '所给编号。 The id that was given.' })
  id!: string;
}

@RefusalType('无权办理。 The one who asks may not.')
export class NotAllowed extends Refusal {}

@RefusalType('此状态下不能办理。 Not allowed in this state.')
export class NotAllowedInState extends Refusal {
  @Field(() => ID, { description: '状态不合的对象。 The object that is in the wrong state.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: '现在的状态；未知为空。 Its state now; null when not known.',
  })
  state!: string | null;

  @Field(() => [String], { description: '可以办理的状态。 The states in which it would be allowed.' })
  allowedIn!: readonly string[];
}

@RefusalType('所见版本已过时。 The row has changed since it was seen.')
export class StaleVersion extends Refusal {
  @Field(() => Int, { description: '现在的版本。 The version now.' })
  currentVersion!: number;
}

@RefusalType('幂等键已用于另一操作。 The idempotency key was used for something else.')
export class KeyReused extends Refusal {}

@RefusalType('输入不符合要求。 The input is not as expected.')
export class InvalidInput extends Refusal {
  @Field(() => String, { description: '哪个输入字段。 The input field.' })
  field!: string;
}

@RefusalType('时间不合适。 Too early or too late.')
export class WrongTime extends Refusal {
  @Field(() => DateTime, { nullable: true, description: '不得早于。 Not before.' })
  notBefore!: string | null;

  @Field(() => DateTime, { nullable: true, description: '须早于。 Only before.' })
  onlyBefore!: string | null;
}

@RefusalType('所需的其他事项尚未完成。 Something that this needs is not done yet.')
export class Incomplete extends Refusal {}

@RefusalType('已有同样的一条。 There is one already.')
export class AlreadyExists extends Refusal {
  @Field(() => ID, { description: '已有的一条。 The one that exists.' })
  id!: string;
}
