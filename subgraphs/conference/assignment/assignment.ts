// Something that a resolution asks of an organization; it points at the task, project or need that carries it out.
import { Ctx, Field, Int } from 'type-graphql';
import { condition, type Condition } from '../../kit/sql/condition';
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import type { RequestContext } from '../../kit/request-context';
import { ChangingRecord } from '../changing-record';
import { AgreementTask, conference, JointProject, Need, Organization } from '../contract';
import { isOverdue, overdueDays } from '../overdue';
import { Resolution } from '../resolution/resolution';
import { SupervisionLevel } from './supervision-level';

export const AssignmentState = createChoice('AssignmentState', '交办事项的状态。 State of an assignment.', {
  ASSIGNED: '已交办。 Assigned.',
  IN_PROGRESS: '办理中。 In progress.',
  SUBMITTED: '责任方已报完成，待确认。 Submitted by the responsible side, waits to be confirmed.',
  CONFIRMED: '已确认。 Confirmed.',
  RETURNED: '退回重办。 Returned to be done again.',
  CANCELLED: '已取消。 Cancelled.',
});

const SETTLED = [AssignmentState.CONFIRMED, AssignmentState.CANCELLED];

@Noun({
  contract: conference,
  kind: 'assignment',
  singular: 'assignment',
  plural: 'assignments',
  description:
    '交办事项：决议交给一个单位办的事，指向落实它的任务、项目或需求。 An assignment: what a resolution asks of an organization, pointing at the task, project or need that carries it out.',
  order: 'dueOn',
  terms: {
    overdue: {
      type: () => Boolean,
      description:
        '逾期（或未逾期）：期限已过且未确认、未取消。 Overdue, or not: its day has passed and it is neither confirmed nor cancelled.',
      where: (overdue: boolean, alias, { today }) => isOverdue(overdue, alias, SETTLED, today),
    },
    supervised: {
      type: () => Boolean,
      description: '有（或没有）督办记录。 With a record of supervision, or without.',
      where: (supervised: boolean, alias) =>
        condition(`${supervised ? '' : 'NOT '}EXISTS (${recordsOf(alias)})`),
    },
    supervisionLevel: {
      type: () => [SupervisionLevel],
      description: '有其中某一级的督办记录。 With a record of supervision at one of these levels.',
      where: (levels: string[], alias) => withLevel(levels, alias),
    },
  },
})
export class Assignment extends ChangingRecord {
  @Local(() => Resolution, '所落实的决议。 The resolution that it carries out.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'assignments',
      summary: 'assignmentSummary',
      description: '此决议的交办事项。 Assignments of this resolution.',
    },
  })
  resolutionId!: string;

  @Foreign(() => Organization, '责任单位。 The responsible organization.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'resolutionAssignments',
      summary: 'resolutionAssignmentSummary',
      description: '各联席会议交给本单位办的事。 What conferences have asked of this organization, anywhere.',
    },
  })
  responsibleId!: string;

  @Foreign(
    () => Organization,
    '受益方，由它确认或退回。 The side that benefits, which confirms or returns it.',
    { filter: true },
  )
  beneficiaryId!: string | null;

  @Text('事项。 What is to be done.', { required: true })
  text!: string;

  @Text('英文。 In English.')
  textEn!: string | null;

  @Choice(() => AssignmentState, '状态。 State.', { required: true, filter: true, dimension: true })
  state!: keyof typeof AssignmentState;

  @DayOf('期限。 Due on.', { filter: true, order: true })
  dueOn!: string | null;

  @DayOf('责任方报完成的日期。 Day of the last submission.', { filter: true, order: true })
  submittedOn!: string | null;

  @DayOf('确认的日期。 Confirmed on.', { filter: true })
  confirmedOn!: string | null;

  @Foreign(() => AgreementTask, '落实它的协议任务。 The agreement task that carries it out.', {
    inverse: {
      field: 'resolutionAssignments',
      description: '指向此任务的交办事项。 Assignments of resolutions that point at this task.',
    },
  })
  taskId!: string | null;

  @Foreign(() => JointProject, '落实它的共建项目。 The joint project that carries it out.', {
    inverse: {
      field: 'resolutionAssignments',
      description: '指向此项目的交办事项。 Assignments of resolutions that point at this project.',
    },
  })
  projectId!: string | null;

  @Foreign(() => Need, '它要解决的需求。 The need that it answers.', {
    inverse: {
      field: 'resolutionAssignments',
      description: '指向此需求的交办事项。 Assignments of resolutions that point at this need.',
    },
  })
  needId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '逾期天数；未逾期为空。 Days overdue; null when not overdue.',
  })
  overdueDays(@Ctx() { today }: RequestContext): number | null {
    return overdueDays(this, SETTLED, today);
  }
}

function recordsOf(alias: string): string {
  return `SELECT 1 FROM conference_supervision_record s WHERE s.assignmentId = ${alias}.id`;
}

function withLevel(levels: string[], alias: string): Condition {
  return levels.length === 0
    ? condition('1 = 0')
    : condition(`EXISTS (${recordsOf(alias)} AND s.level IN (?))`, levels);
}
