// What verdicts are called, after an import and in a dry run.
import type { Sentence } from '../../../schema/codes';
import type { Verdict } from './verdict';

const done: Record<Verdict, Sentence> = {
  CREATED: { zh: '已新增', en: 'created' },
  UPDATED: { zh: '已更新', en: 'updated' },
  UNCHANGED: { zh: '无变化', en: 'unchanged' },
  DIFFERS: { zh: '有出入，未改动', en: 'differs, left as it is' },
  PARTLY: { zh: '部分办成', en: 'done in part' },
  WAITS: { zh: '待前面的行建立', en: 'waits for another row' },
  DUPLICATE: { zh: '重复', en: 'duplicate' },
  SKIPPED: { zh: '略过', en: 'skipped' },
  INVALID: { zh: '填写有误', en: 'invalid' },
  REFUSED: { zh: '未被接受', en: 'refused' },
  UNANSWERED: { zh: '没有答复，可能已办', en: 'not answered, perhaps done' },
  NOT_SENT: { zh: '没有发送', en: 'not sent' },
};

export const VERDICT_WORDS: { done: typeof done; dryRun: typeof done } = {
  done,
  dryRun: {
    ...done,
    CREATED: { zh: '将新增', en: 'would be created' },
    UPDATED: { zh: '将更新', en: 'would be updated' },
    PARTLY: { zh: '将部分办成', en: 'would be done in part' },
    REFUSED: { zh: '将不被接受', en: 'would be refused' },
    UNANSWERED: { zh: '没有答复', en: 'not answered' },
  },
};
