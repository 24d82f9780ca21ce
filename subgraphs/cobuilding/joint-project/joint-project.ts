// A project that several organizations pay for, build or serve together.
import { Ctx, Field } from 'type-graphql';
import { condition } from '../../kit/sql/condition';
import { Choice, DayOf, Decimal, Flag, Money, Text, Whole } from '../../kit/noun/columns';
import { MoneyAmount } from '../../kit/noun/money-amount';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import type { RequestContext } from '../../kit/request-context';
import { CoBuildingAgreement } from '../agreement/co-building-agreement';
import { CommunityBrand } from '../community-brand/community-brand';
import { cobuilding, JointConference, Need, Organization, WorkArea } from '../contract';
import { LineOfWork } from '../line-of-work';
import { StatefulRecord } from '../stateful-record';
import { ProjectState, StatedProjectStatus } from './project-choices';
import { loadParts, unexplainedAmount } from './unexplained-amount';

@Noun({
  contract: cobuilding,
  kind: 'joint-project',
  singular: 'jointProject',
  plural: 'jointProjects',
  description: '共建项目（实事项目）。金额只在一处计：整体与分项不相加，合计看 contributionSummary。 A joint project. A whole and its parts are never added; for sums see contributionSummary.',
  order: 'name',
  owned: { field: 'jointProjects', summary: 'jointProjectSummary', description: '本单位登记的共建项目。 Joint projects that this organization keeps.' },
  terms: {
    part: {
      type: () => Boolean,
      description: '是否为另一项目的分项；数项目时请用 false。 Whether it is a part of another project; count projects with false.',
      where: (part: boolean, alias) => condition(`${alias}.parentId IS ${part ? 'NOT ' : ''}NULL`),
    },
  },
})
export class JointProject extends StatefulRecord {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Foreign(() => Organization, '牵头单位；来源未列名为空。 The organization that leads; null when the source names none.', {
    dimension: true,
    inverse: { field: 'ledProjects', summary: 'ledProjectSummary', description: '本单位牵头的项目，在各家。 Projects that this organization leads, anywhere.' },
  })
  leadId!: string | null;

  @Flag('来源写明了归属；否则显示“原文未写明”。 The source states the owner; else shown as not stated.', { required: true, filter: true })
  ownerStated!: boolean;

  @Choice(() => ProjectState, '状态；只有来源所述进度时为空。 State; null where only a source tells how far it came.', { filter: true, dimension: true })
  state!: keyof typeof ProjectState | null;

  @Choice(() => StatedProjectStatus, '来源所述进度。 Progress as stated.', { filter: true, dimension: true })
  statedStatus!: keyof typeof StatedProjectStatus | null;

  @Local(() => JointProject, '所属的整体项目。 The whole that this is a part of.', {
    inverse: { field: 'parts', description: '分项。 Its parts.' },
  })
  parentId!: string | null;

  @Money('计划额。 Planned amount.')
  planned!: MoneyAmount;

  @Flag('计划额是估计数。 The planned amount is an estimate.', { required: true })
  plannedIsEstimate!: boolean;

  @Money('来源所述投入；整体的投入已含各分项。 Amount invested as stated; that of a whole contains its parts.')
  invested!: MoneyAmount;

  @Money('启动线：认缴达到此数方可实施。 Starting line: work begins when pledges reach it.')
  startingLine!: MoneyAmount;

  @Money('来源所述节约额。 Amount saved as stated.')
  saved!: MoneyAmount;

  @Text('筹资方式，例如“四个一点”。 Funding scheme, e.g. the four-part funding.', { max: 60, filter: true, dimension: true })
  fundingScheme!: string | null;

  @Decimal('工程量。 Quantity of work.')
  quantity!: number | null;

  @Text('工程量的单位。 Unit of measure of the quantity.', { max: 40 })
  unitOfMeasure!: string | null;

  @Flag('工程量是下限。 The quantity is a lower bound.', { required: true })
  quantityIsMinimum!: boolean;

  @Flag('工程量在来源中被遮盖。 The quantity is masked in the source.', { required: true })
  quantityMasked!: boolean;

  @Text('来源所述工期。 Duration as stated.', { max: 100 })
  durationText!: string | null;

  @Text('来源所述时间。 Period as stated.', { max: 100 })
  periodText!: string | null;

  @DayOf('开始日期。 Starts on.', { filter: true, order: true })
  startsOn!: string | null;

  @DayOf('结束日期。 Ends on.', { filter: true, order: true })
  endsOn!: string | null;

  @Text('起止日期的依据。 What the days are inferred from.', { max: 100 })
  periodBasis!: string | null;

  @Whole('来源所述涉及的社区数。 Number of communities as stated.')
  statedCommunities!: number | null;

  @Whole('来源所述涉及的小区数。 Number of compounds as stated.')
  statedCompounds!: number | null;

  @Foreign(() => WorkArea, '工作领域。 Work area.', { filter: true, dimension: true })
  workAreaId!: string | null;

  @Choice(() => LineOfWork, '共建事项四分类。 Line of work.', { filter: true, dimension: true })
  lineOfWork!: keyof typeof LineOfWork | null;

  @Foreign(() => Need, '所回应的需求。 The need that it answers.', { filter: true })
  needId!: string | null;

  @Foreign(() => CoBuildingAgreement, '所依据的协议。 The agreement that it rests on.', { filter: true })
  agreementId!: string | null;

  @Foreign(() => JointConference, '推动此项目的联席会议。 The joint conference that brought it about.', { filter: true })
  conferenceId!: string | null;

  @Local(() => CommunityBrand, '所属社区品牌。 The community brand it runs under.', {
    inverse: { field: 'projects', description: '此品牌下的项目。 Projects under this brand.' },
  })
  brandId!: string | null;

  @Flag('涉及居民共同利益，须先经居民会议决定。 Touches the residents’ common interest, so their assembly decides first.', { filter: true })
  needsResidentsDecision!: boolean | null;

  @DayOf('居民会议作出决定的日期。 The day on which the residents’ assembly decided.', { filter: true })
  residentsDecisionOn!: string | null;

  @Text('反馈（只记单位与代表总体）。 Feedback, of organizations or of residents as a whole.')
  feedback!: string | null;

  @Field(() => MoneyAmount, { nullable: true, description: '投入中各分项都未说明的部分；没有分项或总数不明为空（推算）。 What none of its parts accounts for; null without parts or without a known whole; derived.' })
  async unexplainedByParts(@Ctx() context: RequestContext): Promise<MoneyAmount | null> {
    return unexplainedAmount(this.invested, await loadParts(context, JointProject, this.id));
  }
}
