// Whether an organization attended a meeting.
import { Index } from 'typeorm';
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { conference, Organization, Record } from '../contract';
import { Meeting } from './meeting';

export const AttendanceStatus = createChoice(
  'AttendanceStatus',
  '出席情况。 Whether an organization attended.',
  {
    PRESENT: '出席。 Present.',
    LATE: '迟到。 Came late.',
    EXCUSED: '请假。 Excused.',
    ABSENT: '缺席。 Absent without excuse.',
  },
);

/** One organization has one attendance at a meeting. A group of unnamed units never attends. */
@Index(['meetingId', 'organizationId'], { unique: true })
@Noun({
  contract: conference,
  kind: 'attendance',
  singular: 'attendance',
  plural: 'attendances',
  description:
    '出席：一个单位出席一次会议的情况；按单位记，不记人。 Attendance of an organization at a meeting; of organizations, never of persons.',
  order: 'heldOn',
  parties: ['organizationId'],
})
export class Attendance extends Record {
  @Local(() => Meeting, '会议。 The meeting.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'attendances',
      summary: 'attendanceSummary',
      description: '各单位的出席情况。 Attendance of the organizations.',
    },
  })
  meetingId!: string;

  @Foreign(() => Organization, '单位。 The organization.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'meetingAttendances',
      summary: 'meetingAttendanceSummary',
      description: '本单位在各联席会议的出席情况。 Attendance of this organization at meetings, anywhere.',
    },
  })
  organizationId!: string;

  @Choice(() => AttendanceStatus, '出席情况。 Whether it attended.', {
    required: true,
    filter: true,
    dimension: true,
  })
  status!: keyof typeof AttendanceStatus;

  @DayOf(
    '会议日期，照会议抄录，以便按期间累计。 Day of the meeting, copied from it so that periods can be counted.',
    { required: true, filter: true, order: true },
  )
  heldOn!: string;

  @Text('出席的岗位。 The office that attended.', { max: 100, readers: 'parties' })
  office!: string | null;

  @Text('请假或缺席的原因。 The reason of an absence.', { readers: 'parties' })
  reason!: string | null;
}
