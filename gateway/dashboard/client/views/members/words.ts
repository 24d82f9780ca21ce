// The sentences of the view of members and their liaison offices.
import type { Words } from '../../words/words';

export const words = {
  title: { zh: '成员与联络', en: 'Members' },
  members: { zh: '成员单位', en: 'Members' },
  units: { zh: '家', en: 'members' },
  groups: { zh: '另有未列名单位 {n} 组', en: 'and {n} groups of unnamed units' },
  vacant: { zh: '联络岗位空缺', en: 'Liaison vacant' },
  vacantLong: { zh: '联络岗位空缺的成员单位', en: 'Members without a valid liaison office' },
  alsoUnknown: { zh: '另有 {n} 家未知', en: '{n} more unknown' },
  organization: { zh: '单位', en: 'Organization' },
  conference: { zh: '联席会议', en: 'Conference' },
  absence: { zh: '情况', en: 'Finding' },
  NONE: { zh: '没有有效的联络岗位', en: 'No valid liaison office' },
  memberLong: { zh: '联席会议成员', en: 'Members of the conferences' },
} satisfies Words;
