// A stall of the market: its table and its type in the graph, in one class.
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export enum SampleMarketStallState {
  OFFERED = 'OFFERED',
  GONE = 'GONE',
}

registerEnumType(SampleMarketStallState, {
  name: 'SampleMarketStallState',
  description: '摊位的状态。 State of a stall.',
  valuesConfig: {
    OFFERED: { description: '可领取。 To be had.' },
    GONE: { description: '已领完。 All given away.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '集市上的一个摊位。 A stall of the market.' })
@Entity('sample_market_stall')
export class SampleMarketStall {
  @Field(() => ID, { description: '编号。 The id.' })
  @PrimaryColumn({ type: 'varchar', length: 40 })
  id!: string;

  @Field({ description: '提供什么。 What it offers.' })
  @Column({ type: 'varchar', length: 200 })
  title!: string;

  @Field(() => SampleMarketStallState, { description: '状态。 State.' })
  @Column({ type: 'varchar', length: 20 })
  state!: SampleMarketStallState;

  @Field(() => Int, { nullable: true, description: '件数；未说明为空。 How many; null when not stated.' })
  @Column({ type: 'int', nullable: true })
  quantity!: number | null;

  /** The home of an organization; what it is called is the directory's to say. */
  @Index('sample_market_stall_offered_by')
  @Column({ type: 'varchar', length: 40 })
  offeredById!: string;
}
