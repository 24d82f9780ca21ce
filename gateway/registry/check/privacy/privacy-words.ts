// Words that name residents' personal data; the street edits its own copy.

export interface PrivacyWords {
  /** Found anywhere in names and descriptions. */
  zh: string[];
  /** English or pinyin, as whole words in lower case with spaces between: `id card`, `home address`, `shou ji`. */
  en: string[];
  /** Names that are fine although a word is in them, written like `en` or `zh`: `office phone`. */
  allowed: string[];
}
