// The outbox of a home: mutations that other owners are still to carry out, written with the step that they follow from.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { MAX_ID, MAX_WORD } from '../../../schema/id';

@Entity('outbox_message')
@Index(['state', 'nextAttemptAt', 'id'])
@Index(['home', 'id'])
export class OutboxMessage {
  /** Also the idempotency key at the receiver. */
  @PrimaryColumn({ type: 'varchar', length: MAX_ID })
  id!: string;

  @Column({ type: 'varchar', length: MAX_WORD })
  home!: string;

  /** The row whose step sent it. */
  @Column({ type: 'varchar', length: MAX_ID })
  rowId!: string;

  @Column({ type: 'varchar', length: 60 })
  mutation!: string;

  @Column({ type: 'simple-json' })
  input!: Record<string, unknown>;

  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;

  /** REFUSED: the receiver answered, with a refusal; an office must look. */
  @Column({ type: 'varchar', length: 10 })
  state!: 'WAITING' | 'DELIVERED' | 'REFUSED';

  @Column({ type: 'int' })
  attempts!: number;

  @Column({ type: 'varchar', length: 24 })
  nextAttemptAt!: string;

  @Column({ type: 'varchar', length: 24, nullable: true })
  settledAt!: string | null;

  /** Code of the last failure or refusal. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  lastCode!: string | null;
}
