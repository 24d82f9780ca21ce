// The two languages of the page, and how a text that carries both is read in one of them.
export type Language = 'zh' | 'en';

export interface Sentence {
  zh: string;
  en: string;
}

const HAN = /\p{Script=Han}/gu;
const WORD = /[A-Za-z]+/g;
/** Between two sentences, where the language may change. */
const SEAM = /\n+|(?<=[。！？；]|[.!?][)”"]?)\s+/;

/**
 * Descriptions and refusals say everything twice: 中文。 English. Both halves may hold several sentences, and each
 * sentence may name things of the other language, so the language of a sentence is that of its full stop, or else of most of its words.
 */
export function splitLanguages(text: string): Sentence {
  const parts: Record<Language, string[]> = { zh: [], en: [] };
  for (const part of text.split(SEAM)) if (part.trim()) parts[languageOf(part)].push(part.trim());
  return { zh: parts.zh.join(''), en: parts.en.join(' ') };
}

/** Times are those of the subdistrict, wherever the browser thinks it is. */
const ZONE = 'Asia/Shanghai';

export function sayTime(time: string, language: Language): string {
  return new Date(time).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: ZONE });
}

/** The half in the wanted language; the whole where there is no such half. */
export function inLanguage(text: string, language: Language): string {
  return splitLanguages(text)[language] || text;
}

function languageOf(sentence: string): Language {
  if (/[。！？；]$/.test(sentence)) return 'zh';
  const han = sentence.match(HAN)?.length ?? 0;
  const words = sentence.match(WORD)?.length ?? 0;
  return han > words ? 'zh' : 'en';
}
