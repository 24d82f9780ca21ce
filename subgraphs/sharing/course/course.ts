// A course that a citizens school or another place for training offers.
import { Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { Record, sharing } from '../contract';
import { SharedResource } from '../shared-resource/shared-resource';

@Noun({
  contract: sharing,
  kind: 'course',
  singular: 'course',
  plural: 'courses',
  description: '课程：市民学校等培训场所所开。 A course of a citizens school or another place for training.',
  order: 'title',
  owned: { field: 'courses', description: '本单位开的课程。 Courses that this organization offers.' },
})
export class Course extends Record {
  @Local(() => SharedResource, '培训场所。 The place for training.', {
    inverse: { field: 'courses', description: '在此开的课程。 Courses held here.' },
  })
  schoolId!: string | null;

  @Text('课程名称。 Title.', { required: true, max: 200, order: true })
  title!: string;

  @Text('内容。 What it is about.')
  about!: string | null;

  @Text('适用对象。 Whom it is for.', { max: 200 })
  audience!: string | null;

  @Whole('名额。 Places.')
  places!: number | null;
}
