// What may be done with courses and their sessions, by the organization that offers them.
import { createMachine } from '../../kit/workflow/machine';
import { owner } from '../../kit/workflow/role';
import { invalidInput } from '../../kit/workflow/sentences';
import { Course } from '../course/course';
import { CourseSession, SessionState } from '../course/course-session';

const who = [owner];
const COURSE = ['schoolId', 'title', 'about', 'audience', 'places'] as const;

export const courseMachine = createMachine<Course>(Course, {
  creations: { createCourse: { description: '开设课程。 Offers a course.', who, takes: COURSE } },
  transitions: { updateCourse: { description: '修改课程。 Changes a course.', who, takes: COURSE } },
});

export const courseSessionMachine = createMachine<CourseSession>(CourseSession, {
  states: SessionState,
  creations: {
    planCourseSession: {
      description: '排一次课。 Plans a session of a course.',
      under: 'courseId',
      to: 'PLANNED',
      who,
      takes: ['startsAt', 'endsAt'],
      check: ({ row }) =>
        row.endsAt && row.endsAt <= row.startsAt
          ? invalidInput('endsAt', { zh: '结束应晚于开始。', en: 'the end must come after the start.' })
          : null,
    },
  },
  transitions: {
    holdCourseSession: {
      description: '登记已上，可记参加人次。 Records that a session was held, with its participations.',
      from: ['PLANNED'],
      to: 'HELD',
      who,
      takes: ['participationCount'],
    },
    cancelCourseSession: {
      description: '取消课次，须写原因。 Cancels a session, with a reason.',
      from: ['PLANNED'],
      to: 'CANCELLED',
      who,
      reasonRequired: true,
    },
  },
});
