// The vote of an organization on an agenda item: one organization, one vote.
import { Index } from 'typeorm';
import { createChoice } from '../../kit/noun/choice';
import { Choice, TimeOf } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { conference, Organization, Record } from '../contract';
import { AgendaItem } from './agenda-item';

export const VoteChoice = createChoice('VoteChoice', '表决意见。 How an organization voted.', {
  FOR: '赞成。 For.',
  AGAINST: '反对。 Against.',
  ABSTAIN: '弃权。 Abstained.',
});

@Index(['agendaItemId', 'organizationId'], { unique: true })
@Noun({
  contract: conference,
  kind: 'vote',
  singular: 'vote',
  plural: 'votes',
  description: '表决：一个单位对一个议题的一票。 The one vote of an organization on an agenda item.',
  order: 'castAt',
  readers: 'members',
})
export class Vote extends Record {
  @Local(() => AgendaItem, '议题。 The agenda item.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'votes',
      summary: 'voteSummary',
      description: '各单位的表决。 Votes of the organizations.',
    },
  })
  agendaItemId!: string;

  @Foreign(() => Organization, '投票的单位。 The organization that votes.', {
    required: true,
    inverse: {
      field: 'castVotes',
      description: '本单位在各联席会议的表决。 Votes of this organization, anywhere.',
    },
  })
  organizationId!: string;

  @Choice(() => VoteChoice, '意见。 For, against or abstained.', {
    required: true,
    filter: true,
    dimension: true,
  })
  choice!: keyof typeof VoteChoice;

  @TimeOf('投票时间。 When it was cast.', { required: true, filter: true, order: true })
  castAt!: string;
}
