// What a meeting resolved on the items that it adopted.
import { meeting } from './columns';
import { keyOf, type ListDeclaration } from './list';

export const resolutions: ListDeclaration = {
  name: 'resolutions',
  title: { zh: '决议', en: 'Resolutions' },
  plural: 'resolutions',
  singular: 'resolution',
  states: 'ResolutionState',
  columns: [
    meeting,
    {
      heading: '议题',
      also: ['对应议题'],
      field: 'agendaItemId',
      path: 'agendaItem.id',
      cell: { kind: 'reference', to: 'agendaItems', within: 'meetingId' },
      required: true,
      about: '本次会议已通过的议题',
      example: '口袋公园改造方案',
    },
    {
      heading: '决议编号',
      also: ['文号'],
      field: 'number',
      cell: { kind: 'text' },
      about: '',
      example: '2026-04-01',
    },
    {
      heading: '决议名称',
      also: ['决议', '决议事项', '名称'],
      field: 'title',
      cell: { kind: 'text' },
      required: true,
      about: '',
      example: '实施口袋公园改造',
    },
    {
      heading: '决议内容',
      also: ['内容'],
      field: 'text',
      cell: { kind: 'text' },
      required: true,
      about: '',
      example: '由示例社区牵头，年内完成',
    },
    {
      heading: '完成时限',
      also: ['办理时限', '完成日期'],
      field: 'dueOn',
      cell: { kind: 'day' },
      about: '',
      example: '2027-03-31',
    },
    { heading: '英文名称', field: 'titleEn', cell: { kind: 'text' }, about: '', example: '' },
  ],
  create: {
    mutation: 'recordResolution',
    under: 'meetingId',
    fields: ['agendaItemId', 'number', 'title', 'titleEn', 'text', 'dueOn'],
  },
  keys: ({ meetingId, title }) => [keyOf(meetingId, title)],
  nameOf: ({ title }) => String(title ?? ''),
};
