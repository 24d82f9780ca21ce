// What is put before a meeting: proposed by whoever imports it, and admitted to the meeting.
import { meeting, ownConference, workArea } from './columns';
import { keyOf, type FollowingStep, type GraphRow, type ListDeclaration, type Values } from './list';

export const agenda: ListDeclaration = {
  name: 'agenda',
  title: { zh: '议程', en: 'Agenda items' },
  plural: 'agendaItems',
  singular: 'agendaItem',
  states: 'AgendaItemState',
  columns: [
    ownConference,
    meeting,
    {
      heading: '议题',
      also: ['议题名称', '议题内容'],
      field: 'title',
      cell: { kind: 'text' },
      required: true,
      about: '由本单位提出，随后列入会议',
      example: '口袋公园改造方案',
    },
    {
      heading: '背景',
      also: ['背景说明', '说明'],
      field: 'background',
      cell: { kind: 'text' },
      about: '',
      example: '',
    },
    workArea,
    {
      heading: '决策方式',
      field: 'decisionMethod',
      cell: { kind: 'choice', of: 'DecisionMethod' },
      required: true,
      about: '',
      example: '协商一致',
    },
    {
      heading: '顺序',
      also: ['议程顺序'],
      field: 'position',
      cell: { kind: 'whole' },
      about: '整数',
      example: '1',
    },
    {
      heading: '逾期列入原因',
      field: 'reason',
      path: '',
      cell: { kind: 'text' },
      about: '过了议题截止日提出的，写明原因',
      example: '',
    },
  ],
  create: {
    mutation: 'proposeAgendaItem',
    under: 'conferenceId',
    fields: ['title', 'background', 'workAreaId'],
  },
  update: { mutation: 'updateAgendaItem', fields: ['title', 'background', 'workAreaId'] },
  keys: agendaKeys,
  nameOf: ({ title }) => String(title ?? ''),
  follow: admitToMeeting,
  feeds: 'agendaItems',
};

/** An item that was proposed and not admitted yet is the row's too; one that was declined before is not. */
function agendaKeys({ conferenceId, meetingId, title }: Values, row?: GraphRow): string[] {
  const unadmitted = keyOf(conferenceId, title);
  if (row)
    return meetingId ? [keyOf(conferenceId, title, meetingId)] : row.state === 'PROPOSED' ? [unadmitted] : [];
  return [keyOf(conferenceId, title, meetingId), unadmitted];
}

function admitToMeeting(
  { meetingId, decisionMethod, position, reason }: Values,
  { id, existing }: { id: string; existing?: { values: Values } },
): FollowingStep[] {
  if (!meetingId || existing?.values.meetingId) return [];
  const input = { id, meetingId, decisionMethod, position, reason };
  const about = { zh: '列入会议议程', en: 'admitting it to the meeting' };
  return [{ mutation: 'admitAgendaItem', payload: 'agendaItem', input, field: 'meetingId', about }];
}
