// A matter that is put before a joint conference.
import { Ctx, Field } from 'type-graphql';
import { loadRow } from '../../kit/sql/load-row';
import { Choice, Text, TimeOf, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { specOf } from '../../kit/noun/spec';
import type { RequestContext } from '../../kit/request-context';
import { ChangingRecord } from '../changing-record';
import { conference, Need, Organization, WorkArea } from '../contract';
import { JointConference } from '../joint-conference/joint-conference';
import { Meeting } from '../meeting/meeting';
import { AgendaItemOrigin, AgendaItemState, DecisionMethod, ReferralChannel } from './agenda-item-choices';
import { isOnTime, whereOnTime } from './on-time';

@Noun({
  contract: conference,
  kind: 'agenda-item',
  singular: 'agendaItem',
  plural: 'agendaItems',
  description:
    '议题：提请联席会议审议的一件事。 An agenda item: a matter that is put before a joint conference.',
  order: 'position',
  terms: {
    onTime: {
      type: () => Boolean,
      description:
        '在会议的议题截止日前（含当日）提出，或逾期提出；会议未定的不计入。 Proposed by the meeting’s deadline, or late; items without a meeting are neither.',
      where: (onTime: boolean, alias) => whereOnTime(onTime, alias),
    },
  },
})
export class AgendaItem extends ChangingRecord {
  @Local(() => JointConference, '提交的联席会议。 The conference that it is put before.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'agendaItems',
      summary: 'agendaItemSummary',
      description: '提交此联席会议的议题。 Items that are put before this conference.',
    },
  })
  conferenceId!: string;

  @Local(() => Meeting, '列入的会议；未定为空。 The meeting that takes it up; null before.', {
    dimension: true,
    inverse: {
      field: 'agendaItems',
      summary: 'agendaItemSummary',
      description: '本次会议的议题，按议程排列。 Items of this meeting, in the order of the agenda.',
    },
  })
  meetingId!: string | null;

  @Whole('在议程中的次序。 Place on the agenda.', { order: true })
  position!: number | null;

  @Text('题目。 Title.', { required: true, max: 300 })
  title!: string;

  @Text('英文题目。 Title in English.', { max: 300 })
  titleEn!: string | null;

  @Text('情况说明。 Background.', { max: 2000 })
  background!: string | null;

  @Foreign(
    () => Organization,
    '提出单位；未写明为空。 The organization that proposes it; null when not stated.',
    {
      dimension: true,
      inverse: {
        field: 'proposedAgendaItems',
        summary: 'proposedAgendaItemSummary',
        description: '本单位向各联席会议提出的议题。 Items that this organization proposed, anywhere.',
      },
    },
  )
  proposerId!: string | null;

  @TimeOf('提出时间。 When it was proposed.', { filter: true, order: true })
  proposedAt!: string | null;

  @Choice(() => AgendaItemOrigin, '从何而来；未写明为空。 Where it comes from; null when not stated.', {
    filter: true,
    dimension: true,
  })
  origin!: keyof typeof AgendaItemOrigin | null;

  @Choice(() => AgendaItemState, '状态；来源未说明为空。 State; null when the source does not say.', {
    filter: true,
    dimension: true,
  })
  state!: keyof typeof AgendaItemState | null;

  @Choice(() => DecisionMethod, '怎样议决。 How it is decided.', { filter: true })
  decisionMethod!: keyof typeof DecisionMethod | null;

  @Foreign(() => WorkArea, '工作领域。 Work area.', { filter: true, dimension: true })
  workAreaId!: string | null;

  @Foreign(() => Need, '由来的需求。 The need that it comes from.', {
    inverse: {
      field: 'agendaItems',
      description: '由此需求列的议题。 Agenda items that come from this need.',
    },
  })
  needId!: string | null;

  @Local(
    () => AgendaItem,
    '接续的议题：上次缓议或留待下次的那一条。 The item that it goes on with: deferred or held over before.',
    {
      inverse: { field: 'continuations', description: '接续此议题的议题。 Items that go on with this one.' },
    },
  )
  continuesItemId!: string | null;

  @Choice(() => ReferralChannel, '不予列入或转办时的去向。 Where it was referred to.', { filter: true })
  referredTo!: keyof typeof ReferralChannel | null;

  @Text('去向说明。 More on where it was referred to.', { max: 200 })
  referralText!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      '在会议的议题截止日前（含当日）提出；会议或截止日未定为空。 Proposed by the meeting’s deadline; null without a meeting or deadline.',
  })
  async onTime(@Ctx() context: RequestContext): Promise<boolean | null> {
    if (this.meetingId === null) return null;
    const meeting = (await loadRow(context, specOf(Meeting), this.meetingId)) as Meeting | null;
    return isOnTime(this.proposedAt, meeting?.agendaDueOn);
  }
}
