// The outbox of a home: mutations that other owners are still to carry out, written with the step that they follow from.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { MAX_ID, MAX_WORD } from '../../../schema/id';
import { createChoice } from '../noun/choice';
import { DateTime } from '../scalar/scalars';

export const OutboxState = createChoice('OutboxState', '发件的状态。 State of a message of the outbox.', {
  WAITING: '等待送达；会自动重试。 Waits to be delivered; it is tried again by itself.',
  DELIVERED: '已送达并办理。 Delivered and carried out.',
  REFUSED: '对方未办理，须由本单位岗位处理。 Refused by its receiver; an office must look.',
  SETTLED:
    '本单位岗位已处理：重发或另行办结。 An office has dealt with it: sent again, or settled otherwise.',
});

@ObjectType({
  description: '发件：本单位一步办理在别家引起的一项操作。 What a step here has another owner carry out.',
  simpleResolvers: true,
})
@Entity('outbox_message')
@Index(['state', 'nextAttemptAt', 'id'])
@Index(['home', 'id'])
export class OutboxMessage {
  /** Also the idempotency key at the receiver. */
  @PrimaryColumn({ type: 'varchar', length: MAX_ID })
  @Field(() => ID, {
    description: '编号，也是对方所见的幂等键。 Its id, and its idempotency key at the receiver.',
  })
  id!: string;

  @Column({ type: 'varchar', length: MAX_WORD })
  home!: string;

  /** The row whose step sent it. */
  @Column({ type: 'varchar', length: MAX_ID })
  @Field(() => ID, { description: '引起它的一行。 The row whose step sent it.' })
  rowId!: string;

  @Column({ type: 'varchar', length: 60 })
  @Field(() => String, { description: '在对方办理的操作。 The mutation at the receiver.' })
  mutation!: string;

  @Column({ type: 'simple-json' })
  input!: Record<string, unknown>;

  @Column({ type: 'varchar', length: 24 })
  @Field(() => DateTime, { description: '何时写下。 When it was written.' })
  createdAt!: string;

  /** REFUSED: the receiver answered, with a refusal; an office must look. */
  @Column({ type: 'varchar', length: 10 })
  @Field(() => OutboxState, { description: '状态。 State.' })
  state!: keyof typeof OutboxState;

  @Column({ type: 'int' })
  @Field(() => Int, { description: '已试次数。 Attempts so far.' })
  attempts!: number;

  @Column({ type: 'varchar', length: 24 })
  @Field(() => DateTime, { description: '下次尝试的时间。 When it is tried next.' })
  nextAttemptAt!: string;

  @Column({ type: 'varchar', length: 24, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: '何时送达、被拒或处理。 When it was delivered, refused or dealt with.',
  })
  settledAt!: string | null;

  /** Code of the last failure or refusal. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  @Field(() => String, {
    nullable: true,
    description: '最近一次未成的代码。 Code of the last failure or refusal.',
  })
  lastCode!: string | null;
}
