// A money amount as a fact states it: known, masked in the source, or mentioned without a figure.
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { Fen } from '../scalar/scalars';

/** Keeps bigint columns as decimal strings on every database. */
const asText = {
  from: (stored: string | number | null) => (stored === null ? null : String(stored)),
  to: (fen: string | null | undefined) => fen,
};

@Directive('@shareable')
@ObjectType({ description: '金额；未给出的数字为空，并说明原因，不作零。 An amount; a figure that is not given is null with the reason, never zero.', simpleResolvers: true })
export class MoneyAmount {
  @Column({ type: 'bigint', nullable: true, transformer: asText })
  @Field(() => Fen, { nullable: true, description: '整数分；未知为空。 Whole fen; null when not known.' })
  fen!: string | null;

  @Column({ type: 'boolean', default: false })
  @Field({ description: '数字在来源中被遮盖。 The figure is masked in the source.' })
  masked!: boolean;

  @Column({ type: 'boolean', default: false })
  @Field({ description: '提到了钱，但没有给出数字。 Money is mentioned without a figure.' })
  unstated!: boolean;

  static of(fen: string | number | bigint): MoneyAmount {
    return Object.assign(new MoneyAmount(), { fen: String(fen), masked: false, unstated: false });
  }

  static masked(): MoneyAmount {
    return Object.assign(new MoneyAmount(), { fen: null, masked: true, unstated: false });
  }

  static unstated(): MoneyAmount {
    return Object.assign(new MoneyAmount(), { fen: null, masked: false, unstated: true });
  }

  /** No money is involved at all. */
  static none(): MoneyAmount {
    return Object.assign(new MoneyAmount(), { fen: null, masked: false, unstated: false });
  }
}
