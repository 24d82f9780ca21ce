// The meetings of a joint conference.
import { ownConference } from './columns';
import { keyOf, type ListDeclaration } from './list';

const MEETING_FIELDS = ['number', 'title', 'titleEn', 'startsAt', 'endsAt', 'venueId', 'venueText'];

export const meetings: ListDeclaration = {
  name: 'meetings',
  title: { zh: '会议', en: 'Meetings' },
  plural: 'meetings',
  singular: 'meeting',
  states: 'MeetingState',
  columns: [
    ownConference,
    {
      heading: '届次',
      also: ['次数', '第几次'],
      field: 'number',
      cell: { kind: 'whole' },
      about: '整数',
      example: '4',
    },
    {
      heading: '会议名称',
      also: ['会议', '名称', '会议主题'],
      field: 'title',
      cell: { kind: 'text' },
      required: true,
      about: '',
      example: '第四季度联席会议',
    },
    {
      heading: '开始时间',
      also: ['会议时间', '召开时间', '时间'],
      field: 'startsAt',
      cell: { kind: 'time' },
      required: true,
      about: '日期和时刻',
      example: '2026-12-10 14:00',
    },
    { heading: '结束时间', field: 'endsAt', cell: { kind: 'time' }, about: '', example: '2026-12-10 16:00' },
    {
      heading: '会场（共享资源）',
      field: 'venueId',
      path: 'venue.id',
      cell: { kind: 'reference', to: 'resources' },
      about: '会场是登记的共享资源时写名称',
      example: '',
    },
    {
      heading: '会场',
      also: ['会议地点', '地点'],
      field: 'venueText',
      cell: { kind: 'text' },
      about: '文字说明',
      example: '街道三楼会议室',
    },
    { heading: '英文名称', field: 'titleEn', cell: { kind: 'text' }, about: '', example: '' },
  ],
  create: { mutation: 'scheduleMeeting', under: 'conferenceId', fields: MEETING_FIELDS },
  update: { mutation: 'updateMeeting', fields: MEETING_FIELDS },
  keys: ({ conferenceId, title, startsAt }) => [keyOf(conferenceId, title, minuteOf(startsAt))],
  nameOf: ({ title }) => String(title ?? ''),
  feeds: 'meetings',
};

function minuteOf(time: unknown): number | undefined {
  return time === undefined ? undefined : Math.floor(Date.parse(String(time)) / 60_000);
}
