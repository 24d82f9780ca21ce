// One act of supervision over an assignment.
import { Choice, DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { conference, Organization, Record } from '../contract';
import { Assignment } from './assignment';
import { SupervisionLevel } from './supervision-level';

@Noun({
  contract: conference,
  kind: 'supervision-record',
  singular: 'supervisionRecord',
  plural: 'supervisionRecords',
  description: '督办记录：对一件交办事项的一次督办。 One act of supervision over an assignment.',
  order: 'issuedOn DESC',
})
export class SupervisionRecord extends Record {
  @Local(() => Assignment, '被督办的事项。 The assignment under supervision.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'supervisionRecords',
      summary: 'supervisionSummary',
      description: '对此事项的督办。 Supervision over this assignment.',
    },
  })
  assignmentId!: string;

  @Foreign(
    () => Organization,
    '责任单位，照交办事项抄录，以便按单位累计。 The responsible organization, copied from the assignment so that it can be counted by.',
    {
      required: true,
      dimension: true,
      inverse: {
        field: 'receivedSupervision',
        summary: 'receivedSupervisionSummary',
        description: '本单位受到的督办。 Supervision that this organization came under, anywhere.',
      },
    },
  )
  responsibleId!: string;

  @Choice(() => SupervisionLevel, '级别。 Level.', { required: true, filter: true, dimension: true })
  level!: keyof typeof SupervisionLevel;

  @DayOf('发出日期。 Issued on.', { required: true, filter: true, order: true })
  issuedOn!: string;

  @Text('发出的岗位。 The office that issued it.', { max: 100 })
  issuedByOffice!: string | null;

  @Text('事由。 What it is about.', { required: true })
  text!: string;

  @DayOf('要求回复的日期。 An answer is due on.', { filter: true })
  replyDueOn!: string | null;

  @DayOf('解除日期。 Lifted on.', { filter: true })
  liftedOn!: string | null;
}
