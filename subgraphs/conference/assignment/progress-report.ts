// What the responsible side reports of an assignment, and whether the other side took it.
import { createChoice } from '../../kit/noun/choice';
import { Choice, Text, TimeOf, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { conference, Record } from '../contract';
import { Assignment } from './assignment';

export const ReportOutcome = createChoice(
  'ReportOutcome',
  '对进展报告的处理。 What became of a progress report.',
  {
    NOTED: '知悉，不需确认。 Noted; nothing to confirm.',
    PENDING: '报告完成，待确认。 Reports completion, waits to be confirmed.',
    CONFIRMED: '已确认。 Confirmed.',
    RETURNED: '退回。 Returned.',
  },
);

@Noun({
  contract: conference,
  kind: 'progress-report',
  singular: 'progressReport',
  plural: 'progressReports',
  description:
    '进展报告：责任方只报告，由受益方确认或退回。 A report on an assignment: the responsible side reports, the other side confirms or returns.',
  order: 'reportedAt',
})
export class ProgressReport extends Record {
  @Local(() => Assignment, '所报的交办事项。 The assignment.', {
    required: true,
    inverse: { field: 'progressReports', description: '进展报告。 Reports on this assignment.' },
  })
  assignmentId!: string;

  @TimeOf('报告时间。 When it was reported.', { required: true, filter: true, order: true })
  reportedAt!: string;

  @Text('报告的岗位。 The office that reports.', { max: 100 })
  reportedByOffice!: string | null;

  @Text('进展。 What was done.', { required: true, max: 2000 })
  text!: string;

  @Whole('自报完成百分比，0 到 100。 Completion in per cent as reported, 0 to 100.')
  percentComplete!: number | null;

  @Choice(() => ReportOutcome, '处理结果。 What became of it.', { required: true, filter: true })
  outcome!: keyof typeof ReportOutcome;

  @TimeOf('处理时间。 When it was confirmed or returned.')
  decidedAt!: string | null;

  @Text('确认或退回的岗位。 The office that confirmed or returned it.', { max: 100 })
  decidedByOffice!: string | null;

  @Text('退回的原因。 The reason of a return.')
  reason!: string | null;
}
