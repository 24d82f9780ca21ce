// The sentences of the view of where figures come from.
import type { Words } from '../../words/words';

export const words = {
  title: { zh: '数字来源', en: 'Sources' },
  indicators: { zh: '指标', en: 'Indicators' },
  items: { zh: '项', en: 'indicators' },
  stated: { zh: '原文 {n} 项', en: '{n} stated' },
  doubts: { zh: '原文疑点', en: 'Doubts of the sources' },
  notes: { zh: '条', en: 'notes' },
  shown: { zh: '如实列出，不作修改', en: 'shown, not repaired' },
  indicator: { zh: '指标', en: 'Indicator' },
  value: { zh: '数值', en: 'Value' },
  period: { zh: '时期', en: 'Period' },
  organization: { zh: '单位', en: 'Of' },
  document: { zh: '来源文件', en: 'Document' },
  paragraph: { zh: '段落', en: 'Paragraph' },
  updated: { zh: '更新于', en: 'Changed' },
  doubt: { zh: '疑点', en: 'Doubt' },
  masked: { zh: '原文已隐去', en: 'Masked in the source' },
  suppressed: { zh: '人数少，不公布', en: 'Suppressed' },
  notStated: { zh: '未写明', en: 'Not stated' },
} satisfies Words;
