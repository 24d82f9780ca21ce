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
  ofTasks: { zh: '{n} 项', en: '{n} tasks' },
  ofNeeds: { zh: '{n} 件', en: '{n} needs' },
  rule: {
    zh: '社区下属各组织计入本社区。任务确认率：已确认任务占未取消任务；需求满足率：已确认、已办结需求占已受理需求。括号内为基数。',
    en: 'Bodies count with their community. Tasks confirmed: of all that were not cancelled. Needs fulfilled: confirmed or closed, of all accepted. The basis is in brackets.',
  },
  chart: {
    zh: '各社区任务确认率与需求满足率的条形图，数字与基数见旁边的表',
    en: 'Bars of tasks confirmed and needs fulfilled by community; numbers and bases are in the table beside',
  },
  noBasisYet: { zh: '尚无可比的基数', en: 'There is no basis to compare yet' },
  agreement: { zh: '协议', en: 'Agreement' },
  effectiveTo: { zh: '到期', en: 'Until' },
  tasks: { zh: '所数的任务', en: 'Tasks that are counted' },
  task: { zh: '任务', en: 'Task' },
  due: { zh: '期限', en: 'Due' },
  needs: { zh: '所数的需求', en: 'Needs that are counted' },
  need: { zh: '需求', en: 'Need' },
  published: { zh: '发布日期', en: 'Published' },
  state: { zh: '状态', en: 'State' },
  unstated: { zh: '{n} 项无状态', en: '{n} without a state' },
  noBasis: { zh: '无基数', en: 'No basis' },
} satisfies Words;
