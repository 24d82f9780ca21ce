// One session of a course.
import { createChoice } from '../../kit/noun/choice';
import { Choice, TimeOf, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Local } from '../../kit/noun/references';
import { Record, sharing } from '../contract';
import { Course } from './course';

export const SessionState = createChoice('SessionState', '课次的状态。 State of a session.', {
  PLANNED: '已排。 Planned.',
  HELD: '已上。 Held.',
  CANCELLED: '取消。 Cancelled.',
});

@Noun({
  contract: sharing,
  kind: 'session',
  singular: 'courseSession',
  plural: 'courseSessions',
  description: '课次：课程的一次。 One session of a course.',
  order: 'startsAt',
})
export class CourseSession extends Record {
  @Local(() => Course, '所属课程。 The course.', { required: true, inverse: { field: 'sessions', description: '课次。 Sessions of the course.' } })
  courseId!: string;

  @TimeOf('开始时间。 Start.', { required: true, filter: true, order: true })
  startsAt!: string;

  @TimeOf('结束时间。 End.')
  endsAt!: string | null;

  @Choice(() => SessionState, '状态。 State.', { required: true, filter: true, dimension: true })
  state!: keyof typeof SessionState;

  @Whole('参加人次。 Participations.', { sum: true })
  participationCount!: number | null;
}
