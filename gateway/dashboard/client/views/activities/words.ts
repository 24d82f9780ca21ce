// The sentences of the view of joint activities.
import type { Words } from '../../words/words';

export const words = {
  title: { zh: '联合活动', en: 'Joint activities' },
  next: { zh: '下月活动', en: 'Next month' },
  items: { zh: '场', en: 'activities' },
  first: { zh: '最近 {day}', en: 'first {day}' },
  gaps: { zh: '尚缺', en: 'Still missing' },
  gapItems: { zh: '项', en: 'items' },
  gapsLong: { zh: '下月活动的缺口', en: 'What activities of next month still lack' },
  ofActivities: { zh: '涉及 {n} 场活动', en: 'in {n} activities' },
  activity: { zh: '活动', en: 'Activity' },
  day: { zh: '日期', en: 'Day' },
  place: { zh: '地点', en: 'Place' },
  host: { zh: '主办单位', en: 'Host' },
  expected: { zh: '预计人数', en: 'People' },
  what: { zh: '缺什么', en: 'What' },
  missing: { zh: '缺口', en: 'Missing' },
  need: { zh: '需要', en: 'Needed' },
} satisfies Words;
