// A code for what work is about: agenda items, tasks, resources and needs share the list.
import { createChoice } from '../../kit/noun/choice';
import { Choice, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { directory } from '../contract';
import { Record } from '../source-document/source-document';

export const WorkAreaScheme = createChoice(
  'WorkAreaScheme',
  '工作领域所属的分类法。 The classification that a work area belongs to.',
  {
    JOINT_LINES: '共驻共建、实事共办、活动共搞、资源共享四类。 The four joint lines of work.',
    KINDS_OF_WORK: '“四性工作”。 The four kinds of work.',
  },
);

@Noun({
  contract: directory,
  kind: 'work-area',
  singular: 'workArea',
  plural: 'workAreas',
  description:
    '工作领域：给议题、任务、需求和资源分类的代码。 A work area: a code that classifies agenda items, tasks, needs and resources.',
  order: 'position',
})
export class WorkArea extends Record {
  @Choice(() => WorkAreaScheme, '分类法。 The classification.', { required: true, filter: true })
  scheme!: keyof typeof WorkAreaScheme;

  @Text('代码。 Code.', { required: true, max: 40, filter: true, order: true })
  code!: string;

  @Text('名称。 Name.', { required: true, max: 100 })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 100 })
  nameEn!: string | null;

  @Text('定义。 Definition.')
  definition!: string | null;

  @Whole('在代码表中的次序。 Place in the code list.', { required: true, order: true })
  position!: number;
}
