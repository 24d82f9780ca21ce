// What the outbox of a home looks like in a contract: its figures, its messages, and what is asked and answered about them.
import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalar/scalars';
import { OutboxMessage } from './outbox-message';
import { Refusal } from './refusal';

@ArgsType()
export class OutboxArgs {
  @Directive('@home')
  @Field(() => ID, { description: '本单位的编号。 Id of your own organization.' })
  home!: string;
}

@InputType({ description: '输入：一件发件。 Input: a message of the outbox.' })
export class OutboxMessageInput {
  @Directive('@home')
  @Field(() => ID, { description: '发件的编号。 Id of the message.' })
  id!: string;
}

@ObjectType({
  description: '一个单位的发件箱，只给本单位看。 The outbox of a home, shown to nobody else.',
  simpleResolvers: true,
})
export class Outbox {
  @Field(() => Int, { description: '等待送达的件数。 Messages that wait.' })
  waiting!: number;

  @Field(() => Int, {
    description: '被对方拒绝、等岗位处理的件数。 Messages that were refused and that an office must look at.',
  })
  refused!: number;

  @Field(() => DateTime, { nullable: true, description: '最早一件自何时等待。 Since when the oldest waits.' })
  oldestWaitingSince!: string | null;

  @Field(() => [OutboxMessage], {
    description:
      '被拒的和等待的，由早到晚，最多 100 件。 Those that were refused and those that wait, oldest first, 100 at most.',
  })
  messages!: OutboxMessage[];
}

@ObjectType({
  description: '答复：发件的处理。 Answer: what was done with a message.',
  simpleResolvers: true,
})
export class OutboxMessagePayload {
  @Field(() => OutboxMessage, {
    nullable: true,
    description:
      '现在等待或已处理的一件；未办理为空。 The message that waits now, or is settled; null where nothing was done.',
  })
  message!: OutboxMessage | null;

  @Field(() => Refusal, {
    nullable: true,
    description: '未办理的原因；办理了为空。 Why nothing was done; null where it was done.',
  })
  refusal!: Refusal | null;
}
