// Columns that several lists have, and makers of those that are alike.
import type { ListColumn } from './list';

export const category: ListColumn = {
  heading: '资源类目',
  also: ['类目', '所属类目'],
  field: 'categoryId',
  path: 'category.id',
  cell: { kind: 'reference', to: 'categories' },
  about: '名录中的资源类目',
  example: '场地',
};

export const workArea: ListColumn = {
  heading: '工作领域',
  also: ['领域'],
  field: 'workAreaId',
  path: 'workArea.id',
  cell: { kind: 'reference', to: 'workAreas' },
  about: '名录中的工作领域，可写编码',
  example: '',
};

export const conference: ListColumn = {
  heading: '联席会议',
  also: ['会议机制', '所属联席会议'],
  field: 'conferenceId',
  path: 'conference.id',
  cell: { kind: 'reference', to: 'conferences' },
  about: '联席会议的名称',
  example: '示例街道联席会议',
};

/** Of whoever convenes one: empty means the only one that there is. */
export const ownConference: ListColumn = {
  ...conference,
  cell: { kind: 'reference', to: 'conferences', only: true },
  required: true,
  about: '只有一个联席会议时可以不写',
};

export const meeting: ListColumn = {
  heading: '会议',
  also: ['会议名称', '所属会议'],
  field: 'meetingId',
  path: 'meeting.id',
  cell: { kind: 'reference', to: 'meetings' },
  required: true,
  about: '会议名称；同名的写“名称（日期）”',
  example: '第四季度联席会议（2026-12-10）',
};

export const organization: ListColumn = {
  heading: '单位',
  also: ['单位名称', '成员单位', '参会单位'],
  field: 'organizationId',
  path: 'organization.id',
  cell: { kind: 'reference', to: 'organizations' },
  required: true,
  about: '名录中的单位',
  example: '示例小学',
};

export function money(heading: string, field: string, about: string, also: readonly string[]): ListColumn {
  return {
    heading: `${heading}（元）`,
    also: [heading, ...also],
    field,
    path: `${field}.fen`,
    select: `${field} { fen masked }`,
    masked: `${field}.masked`,
    cell: { kind: 'money' },
    about: `${about}；表头或格内写明元或万元`,
    example: '471500',
  };
}

export function day(heading: string, field: string, about: string, also: readonly string[] = []): ListColumn {
  return { heading, also, field, cell: { kind: 'day' }, about, example: '2027-03-05' };
}

/** Every list has it: what looks like a person's name is held by its owner until an office says why it is none. */
export const notPersonal: ListColumn = {
  heading: '非个人信息的理由',
  field: 'confirmNoPersonalData',
  path: '',
  cell: { kind: 'text' },
  about: '因看似人名被留置的行，写明为什么不是个人信息',
  example: '学习雷锋是活动名称',
};
