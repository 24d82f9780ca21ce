// The sentences of the view of satisfaction.
import type { Words } from '../../words/words';

export const words = {
  title: { zh: '满意度', en: 'Satisfaction' },
  surveys: { zh: '满意度调查', en: 'Satisfaction surveys' },
  items: { zh: '项', en: 'surveys' },
  withSample: { zh: '写明样本 {n} 项', en: '{n} state their sample' },
  survey: { zh: '调查', en: 'Survey' },
  value: { zh: '结果', en: 'Result' },
  basis: { zh: '口径', en: 'Basis' },
  sample: { zh: '样本', en: 'Sample' },
  period: { zh: '时期', en: 'Period' },
  organization: { zh: '对象', en: 'Of' },
  by: { zh: '调查单位', en: 'Surveyed by' },
  masked: { zh: '已隐去', en: 'Masked' },
  suppressed: { zh: '人数少，不公布', en: 'Suppressed' },
  notStated: { zh: '未写明', en: 'Not stated' },
  results: { zh: '各项调查的结果、口径与样本', en: 'Results with their basis and sample' },
  neverAveraged: {
    zh: '各项调查口径不同，并列而不平均；没有写明的口径、样本、时期如实标明。',
    en: 'Their bases differ, so they stand side by side and are never averaged; what is not stated is said to be so.',
  },
} satisfies Words;
