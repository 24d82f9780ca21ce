// What a sentence on the screen is: always both languages.

export interface Sentence {
  zh: string;
  en: string;
}

export type Words = Readonly<Record<string, Sentence>>;
export type Language = keyof Sentence;
export type Say = (sentence: Sentence, values?: Readonly<Record<string, string | number>>) => string;

/** Puts values where the sentence says `{name}`. */
export function sayIn(language: Language): Say {
  return (sentence, values = {}) =>
    sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
