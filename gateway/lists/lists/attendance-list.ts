// Which organizations came to a meeting; never which persons.
import { meeting, organization } from './columns';
import { keyOf, type ListDeclaration } from './list';

export const attendance: ListDeclaration = {
  name: 'attendance',
  title: { zh: '出席', en: 'Attendance' },
  plural: 'attendances',
  singular: 'attendance',
  columns: [
    meeting,
    organization,
    {
      heading: '出席情况',
      also: ['出席', '到会情况', '出席状态'],
      field: 'status',
      cell: { kind: 'choice', of: 'AttendanceStatus' },
      required: true,
      about: '按单位记，不记人',
      example: '出席',
    },
    {
      heading: '出席岗位',
      also: ['岗位', '职务'],
      field: 'office',
      cell: { kind: 'text' },
      about: '岗位，不写人名',
      example: '综合办公室',
    },
    {
      heading: '原因',
      also: ['缺席原因', '请假原因'],
      field: 'reason',
      cell: { kind: 'text' },
      about: '',
      example: '',
    },
  ],
  create: {
    mutation: 'recordAttendance',
    under: 'meetingId',
    fields: ['organizationId', 'status', 'office', 'reason'],
  },
  update: { mutation: 'correctAttendance', fields: ['status', 'office', 'reason'], reason: '按名册更正' },
  keys: ({ meetingId, organizationId }) => [keyOf(meetingId, organizationId)],
  nameOf: ({ organizationId }) => String(organizationId ?? ''),
};
