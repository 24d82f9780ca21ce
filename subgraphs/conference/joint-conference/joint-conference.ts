// A joint conference: the standing meeting of the organizations of a street or a community.
import { createChoice } from '../../kit/noun/choice';
import { Choice, Flag, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign } from '../../kit/noun/references';
import { conference, Organization, Record } from '../contract';

export const ConferenceLevel = createChoice(
  'ConferenceLevel',
  '联席会议的层级。 Level of a joint conference.',
  {
    STREET: '街道。 Of a street.',
    COMMUNITY: '社区。 Of a community.',
  },
);

export const MeetingCycle = createChoice('MeetingCycle', '会议周期。 How often a conference meets.', {
  MONTHLY: '每月。 Every month.',
  QUARTERLY: '每季度。 Every quarter.',
  HALF_YEARLY: '每半年。 Every half year.',
  YEARLY: '每年。 Every year.',
  AS_NEEDED: '按需召开。 As needed.',
});

@Noun({
  contract: conference,
  kind: 'joint-conference',
  singular: 'jointConference',
  plural: 'jointConferences',
  description:
    '联席会议：街道或社区与驻区单位共商共建事项的常设会议，连同它的议事规则。 A joint conference: the standing meeting of a street or community with its stationed organizations, and its rules.',
  order: 'name',
})
export class JointConference extends Record {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Choice(() => ConferenceLevel, '层级。 Level.', { required: true, filter: true })
  level!: keyof typeof ConferenceLevel;

  @Foreign(
    () => Organization,
    '牵头单位；未写明为空。 The organization that leads it; null when not stated.',
    {
      inverse: {
        field: 'ledConferences',
        description: '本单位牵头的联席会议。 Joint conferences that this organization leads.',
      },
    },
  )
  leadId!: string | null;

  @Flag('来源写明了牵头单位；否则显示“原文未写明”。 The source states the lead; else shown as not stated.', {
    required: true,
    filter: true,
  })
  ownerStated!: boolean;

  @Text('来源所述的成员范围。 Who is a member, as the source words it.')
  memberRule!: string | null;

  @Whole('来源所述成员单位数。 Number of member units as stated.')
  statedMemberCount!: number | null;

  @Text('来源所述的召开情况（“多次”）。 What the source says of meetings held, such as “several”.', {
    max: 100,
  })
  statedMeetingsText!: string | null;

  @Text('来源所述的联络员规定。 The rule on liaison officers as stated.')
  liaisonRule!: string | null;

  @Text('来源所述的计划规定。 The rule on annual plans as stated.')
  planRule!: string | null;

  @Choice(() => MeetingCycle, '设定：会议周期；未定为空。 Setting: how often it meets; null when not set.', {
    filter: true,
  })
  meetingCycle!: keyof typeof MeetingCycle | null;

  @Whole(
    '设定：议题须在会前几天提出（15 或 3）。 Setting: days before a meeting by which agenda items are due (15 or 3).',
  )
  agendaDeadlineDays!: number | null;

  @Whole('设定：会前几天发通知。 Setting: days before a meeting by which notice is given.')
  noticeDays!: number | null;

  @Whole(
    '设定：须有百分之几的成员单位出席。 Setting: the percentage of member organizations that must attend.',
  )
  quorumPercent!: number | null;
}
