// A meeting of a joint conference.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text, TimeOf, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { ChangingRecord } from '../changing-record';
import { conference, SharedResource } from '../contract';
import { JointConference } from '../joint-conference/joint-conference';

export const MeetingState = createChoice('MeetingState', '会议的状态。 State of a meeting.', {
  SCHEDULED: '已排定。 Scheduled.',
  NOTIFIED: '已通知。 Members were notified.',
  HELD: '已召开。 Held.',
  MINUTES_ISSUED: '已印发纪要。 Held, and its minutes were issued.',
  CANCELLED: '已取消。 Cancelled.',
});

@Noun({
  contract: conference,
  kind: 'meeting',
  singular: 'meeting',
  plural: 'meetings',
  description: '会议：联席会议的一次会。 A meeting of a joint conference.',
  order: 'startsAt',
})
export class Meeting extends ChangingRecord {
  @Local(() => JointConference, '所属联席会议。 The conference that meets.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'meetings',
      summary: 'meetingSummary',
      description: '此联席会议的各次会议。 Meetings of this conference.',
    },
  })
  conferenceId!: string;

  @Whole('第几次会议。 Number of the meeting.', { filter: true, order: true })
  number!: number | null;

  @Text('会议名称。 Title.', { required: true, max: 200 })
  title!: string;

  @Text('英文名称。 Title in English.', { max: 200 })
  titleEn!: string | null;

  @Choice(() => MeetingState, '状态。 State.', { required: true, filter: true, dimension: true })
  state!: keyof typeof MeetingState;

  @TimeOf('开始时间。 Start.', { required: true, filter: true, order: true })
  startsAt!: string;

  @TimeOf('结束时间。 End.')
  endsAt!: string | null;

  @DayOf('议题截止日，当日提出仍算按时。 The last day on which an agenda item is on time.', { filter: true })
  agendaDueOn!: string | null;

  @TimeOf('发出通知的时间。 When members were notified.')
  notifiedAt!: string | null;

  @Foreign(
    () => SharedResource,
    '会场：某家开放的资源。 Where it meets: a resource that an organization shares.',
    { filter: true },
  )
  venueId!: string | null;

  @Text(
    '会场说明，会场不在共享资源中时用。 Where it meets, in words, when the venue is no shared resource.',
    { max: 200 },
  )
  venueText!: string | null;
}
