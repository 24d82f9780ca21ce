// An activity that organizations hold together, or that one holds for all.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Flag, Text, TimeOf, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { CoBuildingAgreement } from '../agreement/co-building-agreement';
import { CommunityBrand } from '../community-brand/community-brand';
import { cobuilding, JointConference, Organization, WorkArea } from '../contract';
import { Recurrence } from '../recurrence';
import { StatefulRecord } from '../stateful-record';
import { lackingIs } from './unmet';

export const ActivityState = createChoice('ActivityState', '活动的状态。 State of an activity.', {
  PLANNED: '已计划。 Planned.',
  ANNOUNCED: '已发布通知。 Announced.',
  HELD: '已举办。 Held.',
  POSTPONED: '延期。 Postponed.',
  CANCELLED: '取消。 Cancelled.',
});

@Noun({
  contract: cobuilding,
  kind: 'joint-activity',
  singular: 'jointActivity',
  plural: 'jointActivities',
  description: '联合活动。人数与人次是两个数。 A joint activity. Headcount and participation count are two figures.',
  order: 'startsOn',
  owned: { field: 'jointActivities', summary: 'jointActivitySummary', description: '本单位登记的活动。 Activities that this organization keeps.' },
  terms: {
    lacking: {
      type: () => Boolean,
      description: '是否还有缺口：有一项需要未满足。 Whether it still lacks something: a requirement is not met.',
      where: (lacking: boolean, alias) => lackingIs(lacking, alias),
    },
  },
})
export class JointActivity extends StatefulRecord {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Foreign(() => Organization, '主办单位。 The organization that hosts.', {
    dimension: true,
    inverse: { field: 'hostedActivities', summary: 'hostedActivitySummary', description: '本单位主办的活动，在各家。 Activities that this organization hosts, anywhere.' },
  })
  hostId!: string | null;

  @Choice(() => ActivityState, '状态；来源未说明为空。 State; null when the source does not say.', { filter: true, dimension: true })
  state!: keyof typeof ActivityState | null;

  @Flag('是否多单位共办；来源未说明为空。 Whether several organizations hold it; null when the source does not say.', { filter: true, dimension: true })
  joint!: boolean | null;

  @Flag('共办单位未列名。 Its partners are not named.', { required: true })
  partnersUnnamed!: boolean;

  @DayOf('开始日期。 Starts on.', { filter: true, order: true })
  startsOn!: string | null;

  @DayOf('结束日期（含当日）。 Ends on, that day included.', { filter: true, order: true })
  endsOn!: string | null;

  @TimeOf('开始时间。 Start.', { filter: true, order: true })
  startsAt!: string | null;

  @TimeOf('结束时间。 End.')
  endsAt!: string | null;

  @Text('来源所述时间。 Time as stated.', { max: 100 })
  periodText!: string | null;

  @Choice(() => Recurrence, '周期。 How often it returns.', { filter: true, dimension: true })
  recurrence!: keyof typeof Recurrence | null;

  @Whole('周期活动的星期,1 为周一。 Day of the week of a recurring activity, 1 is Monday.')
  recurrenceWeekday!: number | null;

  @Whole('届次数。 Number of editions.')
  editions!: number | null;

  @Text('地点（公共场所）。 Place, a public one.', { max: 200 })
  place!: string | null;

  @Whole('预计人数。 Expected headcount.')
  expectedHeadcount!: number | null;

  @Whole('实到人数。 Headcount.')
  headcount!: number | null;

  @Whole('参加人次。 Participation count.')
  participationCount!: number | null;

  @Flag('涉及困难群体且不足 10 的人数，不存不显示；来源所述的行为空。 A figure about a vulnerable group that is below 10 is neither stored nor shown; null in rows that a source states.')
  suppressed!: boolean | null;

  @Whole('来源所述人数。 Headcount as stated.')
  statedHeadcount!: number | null;

  @Flag('所述人数是下限。 The stated headcount is a lower bound.', { required: true })
  statedHeadcountIsMinimum!: boolean;

  @Whole('来源所述人次。 Participation count as stated.')
  statedParticipationCount!: number | null;

  @Flag('所述人次是下限。 The stated participation count is a lower bound.', { required: true })
  statedParticipationCountIsMinimum!: boolean;

  @Whole('来源所述户数。 Number of households as stated.')
  statedHouseholds!: number | null;

  @Flag('所述户数是下限。 The stated number of households is a lower bound.', { required: true })
  statedHouseholdsIsMinimum!: boolean;

  @Whole('来源所述社区数。 Number of communities as stated.')
  statedCommunities!: number | null;

  @Foreign(() => WorkArea, '工作领域。 Work area.', { filter: true, dimension: true })
  workAreaId!: string | null;

  @Foreign(() => JointConference, '推动此活动的联席会议。 The joint conference that brought it about.', { filter: true })
  conferenceId!: string | null;

  @Foreign(() => CoBuildingAgreement, '所依据的协议。 The agreement that it rests on.', { filter: true })
  agreementId!: string | null;

  @Local(() => CommunityBrand, '所属社区品牌。 The community brand it runs under.', {
    inverse: { field: 'activities', description: '此品牌下的活动。 Activities under this brand.' },
  })
  brandId!: string | null;
}
