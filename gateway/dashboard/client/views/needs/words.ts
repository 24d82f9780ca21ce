// The sentences of the view of needs and claims.
import type { Words } from '../../words/words';

export const words = {
  title: { zh: '需求与认领', en: 'Needs and claims' },
  unclaimed: { zh: '无人认领', en: 'Unclaimed' },
  unclaimedLong: { zh: '发布 30 天无人认领的需求', en: 'Needs unclaimed for 30 days' },
  longest: { zh: '满 30 天，最长 {n} 天', en: '30 days and more, longest {n}' },
  items: { zh: '件', en: 'needs' },
  claims: { zh: '已认领', en: 'Claims' },
  claimsLong: { zh: '各单位认领、完成的需求', en: 'Claims per organization' },
  done: { zh: '其中已确认 {n} 件', en: '{n} confirmed' },
  matched: { zh: '有资源可对接', en: 'Needs with a match' },
  ofUnclaimed: { zh: '未认领需求共 {n} 件', en: '{n} needs unclaimed' },
  matchesLong: { zh: '能对上未认领需求的资源', en: 'Resources that match unclaimed needs' },
  need: { zh: '需求', en: 'Need' },
  category: { zh: '类别', en: 'Category' },
  owner: { zh: '提出单位', en: 'Raised by' },
  published: { zh: '发布日期', en: 'Published' },
  days: { zh: '已发布（天）', en: 'Days' },
  claimant: { zh: '认领单位', en: 'Claimed by' },
  state: { zh: '状态', en: 'State' },
  count: { zh: '件数', en: 'Needs' },
  resources: { zh: '可对接的资源', en: 'Resources' },
  none: { zh: '没有', en: 'None' },
} satisfies Words;
