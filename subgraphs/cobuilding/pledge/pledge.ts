// What a branch promises its community in public. Members' promises are kept as one headcount, never one by one.
import { createChoice } from '../../kit/noun/choice';
import { Choice, Flag, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { cobuilding } from '../contract';
import { StatefulRecord } from '../stateful-record';

export const PledgeLevel = createChoice('PledgeLevel', '承诺的层级。 Level of a pledge.', {
  BRANCH: '支部承诺。 By the branch.',
  MEMBER_AGGREGATE: '党员承诺，只计人数。 By members, as one headcount.',
});

export const PledgeState = createChoice('PledgeState', '承诺的完成情况。 How far a pledge is fulfilled.', {
  OPEN: '进行中。 Open.',
  FULFILLED: '已完成。 Fulfilled.',
  PARTLY_FULFILLED: '部分完成。 Partly fulfilled.',
  NOT_FULFILLED: '未完成。 Not fulfilled.',
});

@Noun({
  contract: cobuilding,
  kind: 'pledge',
  singular: 'pledge',
  plural: 'pledges',
  description: '公开承诺；党员承诺只计人数。 A public pledge; those of members are one headcount.',
  order: 'year DESC',
  owned: { field: 'pledges', summary: 'pledgeSummary', description: '本组织的公开承诺。 Public pledges of this organization.' },
})
export class Pledge extends StatefulRecord {
  @Choice(() => PledgeLevel, '层级。 Level.', { required: true, filter: true, dimension: true })
  level!: keyof typeof PledgeLevel;

  @Text('内容。 What is promised.', { required: true })
  text!: string;

  @Text('英文内容。 In English.')
  textEn!: string | null;

  @Whole('年度；来源未说明为空。 Year; null when the source does not say.', { filter: true, order: true, dimension: true })
  year!: number | null;

  @Choice(() => PledgeState, '完成情况；来源未说明为空。 How far it is fulfilled; null when the source does not say.', { filter: true, dimension: true })
  state!: keyof typeof PledgeState | null;

  @Flag('已公示；来源未说明为空。 Publicly posted; null when the source does not say.', { filter: true })
  publiclyPosted!: boolean | null;

  @Whole('来源所述作出承诺的人数。 Headcount of those who pledge, as stated.')
  statedCount!: number | null;
}
