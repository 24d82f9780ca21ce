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
  standing: { zh: '成员单位：协议与联络岗位', en: 'Members: agreement and liaison office' },
  unsigned: { zh: '未签协议', en: 'No agreement' },
  agreement: { zh: '共建协议', en: 'Agreement' },
  liaison: { zh: '联络岗位', en: 'Liaison office' },
  present: { zh: '有', en: 'Yes' },
  noAgreement: { zh: '没有签', en: 'None signed' },
  noLiaison: { zh: '空缺', en: 'Vacant' },
  notApplicable: { zh: '不适用', en: 'Not applicable' },
  reading: {
    zh: '“没有签”“空缺”只在有关单位全部应答时才说；“未知”是有单位没有应答；“未接入”是该单位尚未接入，都不等于没有。',
    en: '“None signed” and “vacant” are said only when everybody concerned has answered; “unknown” means that somebody did not, “not joined” that the organization has not joined: neither means none.',
  },
} satisfies Words;
