// The members of a joint conference.
import { organization, ownConference } from './columns';
import { keyOf, type ListDeclaration } from './list';

export const members: ListDeclaration = {
  name: 'members',
  title: { zh: '成员单位', en: 'Members of a joint conference' },
  plural: 'conferenceMemberships',
  singular: 'conferenceMembership',
  columns: [
    ownConference,
    organization,
    {
      heading: '身份',
      also: ['成员身份', '类别'],
      field: 'role',
      cell: { kind: 'choice', of: 'MembershipRole' },
      required: true,
      about: '',
      example: '成员单位',
    },
    {
      heading: '加入日期',
      field: 'joinedOn',
      cell: { kind: 'day' },
      about: '不写则为导入当天',
      example: '2026-01-01',
    },
  ],
  create: {
    mutation: 'addConferenceMember',
    under: 'conferenceId',
    fields: ['organizationId', 'role', 'joinedOn'],
  },
  keys: ({ conferenceId, organizationId }) => [keyOf(conferenceId, organizationId)],
  nameOf: ({ organizationId }) => String(organizationId ?? ''),
  filter: '{ current: true }',
};
