// The sentences of the view of communities compared.
import type { Words } from '../../words/words';

export const words = {
  title: { zh: '社区对比', en: 'Communities' },
  confirmed: { zh: '任务确认率', en: 'Tasks confirmed' },
  satisfied: { zh: '需求满足率', en: 'Needs fulfilled' },
  agreements: { zh: '有效协议', en: 'Agreements in force' },
  copies: { zh: '份', en: 'agreements' },
  community: { zh: '社区', en: 'Community' },
  long: { zh: '各社区对比', en: 'Communities compared' },
  ofTasks: { zh: '共 {n} 项任务', en: 'of {n} tasks' },
  ofNeeds: { zh: '共 {n} 件需求', en: 'of {n} needs' },
  noBasis: { zh: '无基数', en: 'No basis' },
} satisfies Words;
