// Fills a sentence in both languages at once, for what is made before the language is known.
import { type Sentence, sayIn } from './words';

export function fillSentence(
  sentence: Sentence,
  values: Readonly<Record<string, string | number>>,
): Sentence {
  return { zh: sayIn('zh')(sentence, values), en: sayIn('en')(sentence, values) };
}

/** A sentence of what is written differently in each language: a day, an amount. */
export function inBoth(write: (language: 'zh' | 'en') => string): Sentence {
  return { zh: write('zh'), en: write('en') };
}
