// What an agreement obliges one side to do for another. The responsible side submits; the beneficiary confirms or returns.
import { Ctx, Field, Int } from 'type-graphql';
import { condition } from '../../kit/sql/condition';
import { Choice, DayOf, Text, TimeOf } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import type { RequestContext } from '../../kit/request-context';
import { CoBuildingAgreement } from '../agreement/co-building-agreement';
import { cobuilding, Organization, UnitGroup, WorkArea } from '../contract';
import { LineOfWork } from '../line-of-work';
import { Recurrence } from '../recurrence';
import { StatefulRecord } from '../stateful-record';
import { overdueDaysOf, overdueIs, submittedInTime, TaskState, waitingDaysOf } from './overdue';

@Noun({
  contract: cobuilding,
  kind: 'agreement-task',
  singular: 'agreementTask',
  plural: 'agreementTasks',
  description: '协议任务：一方为另一方做的事。 A task of an agreement: what one side does for another.',
  order: 'dueOn',
  partOf: 'agreementId',
  owned: { field: 'agreementTasks', summary: 'agreementTaskSummary', description: '本单位登记的协议的任务。 Tasks of the agreements that this organization keeps.' },
  terms: {
    overdue: {
      type: () => Boolean,
      description: '逾期：截止日早于今天（北京时间）而未确认、未取消；状态不明的不算。 Due before today in Asia/Shanghai and neither confirmed nor cancelled; a task whose state is not known is not overdue.',
      where: (overdue: boolean, alias, { today }) => overdueIs(overdue, alias, today),
    },
    recurring: {
      type: () => Boolean,
      description: '周期任务本身（其各期另成一条）；算确认率时请用 false 排除。 A recurring task itself, whose periods are tasks of their own; leave it out with false where tasks are counted.',
      where: (recurring: boolean, alias) => condition(`${alias}.recurrence IS ${recurring ? 'NOT ' : ''}NULL`),
    },
  },
})
export class AgreementTask extends StatefulRecord {
  @Local(() => CoBuildingAgreement, '所属协议。 The agreement.', {
    required: true,
    dimension: true,
    inverse: { field: 'tasks', summary: 'taskSummary', description: '任务。 Its tasks.' },
  })
  agreementId!: string;

  @Local(() => AgreementTask, '所属的周期任务。 The recurring task of which this is one period.', {
    inverse: { field: 'occurrences', description: '周期任务的各期。 One task for each period.' },
  })
  parentId!: string | null;

  @Text('内容。 What is to be done.', { required: true })
  text!: string;

  @Text('英文内容。 In English.')
  textEn!: string | null;

  @Foreign(() => WorkArea, '工作领域。 Work area.', { filter: true, dimension: true })
  workAreaId!: string | null;

  @Choice(() => LineOfWork, '共建事项四分类。 Line of work.', { filter: true, dimension: true })
  lineOfWork!: keyof typeof LineOfWork | null;

  @Foreign(() => Organization, '责任单位。 The organization that is responsible.', {
    dimension: true,
    inverse: { field: 'responsibleAgreementTasks', summary: 'responsibleAgreementTaskSummary', description: '由本单位负责的协议任务，在各家。 Tasks that this organization is responsible for, anywhere.' },
  })
  responsibleId!: string | null;

  @Foreign(() => UnitGroup, '责任方是一组未列名的单位。 A group of unnamed units is responsible.')
  responsibleUnitGroupId!: string | null;

  @Foreign(() => Organization, '受益单位：由它确认或退回。 The organization that benefits; it confirms or returns.', {
    dimension: true,
    inverse: { field: 'beneficiaryAgreementTasks', summary: 'beneficiaryAgreementTaskSummary', description: '本单位受益、由本单位确认的协议任务，在各家。 Tasks that benefit this organization and that it confirms, anywhere.' },
  })
  beneficiaryId!: string | null;

  @Choice(() => TaskState, '状态；来源未说明为空。 State; null when the source does not say.', { filter: true, dimension: true })
  state!: keyof typeof TaskState | null;

  @DayOf('截止日期。 Due on.', { filter: true, order: true })
  dueOn!: string | null;

  @TimeOf('提交时间。 When it was submitted.', { filter: true, order: true })
  submittedAt!: string | null;

  @TimeOf('确认时间。 When it was confirmed.', { filter: true, order: true })
  confirmedAt!: string | null;

  @Choice(() => Recurrence, '周期；只用于周期任务本身。 How often it returns; only on the recurring task itself.')
  recurrence!: keyof typeof Recurrence | null;

  @Text('所属的期，例如“2026年第三季度”。 Its period, e.g. third quarter of 2026.', { max: 60 })
  periodText!: string | null;

  @Field(() => Int, { nullable: true, description: '逾期天数；未逾期或状态不明为空（推算）。 Days overdue; null when it is not, or not known to be; derived.' })
  overdueDays(@Ctx() { today }: RequestContext): number | null {
    return overdueDaysOf(this, today);
  }

  @Field(() => Int, { nullable: true, description: '提交后等待确认的天数；不在等待为空（推算）。 Days it has waited to be confirmed; null when it does not wait; derived.' })
  waitingDays(@Ctx() { today }: RequestContext): number | null {
    return waitingDaysOf(this, today);
  }

  @Field(() => Boolean, { nullable: true, description: '是否按期提交；没有截止日或未提交为空（推算）。 Whether it was submitted by its due day; null without one of the two; derived.' })
  submittedInTime(): boolean | null {
    return submittedInTime(this);
  }
}
