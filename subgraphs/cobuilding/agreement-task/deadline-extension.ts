// A later due day for a task, with who approved it. The old day stays on record.
import { DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { cobuilding, Record } from '../contract';
import { AgreementTask } from './agreement-task';

@Noun({
  contract: cobuilding,
  kind: 'deadline-extension',
  singular: 'deadlineExtension',
  plural: 'deadlineExtensions',
  description: '任务延期：原定日期、新日期与批准岗位。 An extension of a task: the old day, the new day and the office that approved it.',
  order: 'approvedOn',
  partOf: 'taskId',
})
export class DeadlineExtension extends Record {
  @Local(() => AgreementTask, '所延期的任务。 The task.', {
    required: true,
    inverse: { field: 'extensions', description: '延期记录。 Its extensions.' },
  })
  taskId!: string;

  @DayOf('原截止日期。 The old due day.', { required: true })
  oldDueOn!: string;

  @DayOf('新截止日期。 The new due day.', { required: true, filter: true })
  newDueOn!: string;

  @DayOf('批准日期。 Approved on.', { filter: true, order: true })
  approvedOn!: string | null;

  @Text('批准的岗位（不记人名）。 The office that approved it; never a name.', { max: 100 })
  approvedByOffice!: string | null;

  @Text('原因。 Reason.')
  reason!: string | null;
}
