// What a code of the graph is called: the schema's own words.
import { CODE_WORDS } from '../graph/code-words';
import { shell } from './shell-words';
import type { Sentence } from './words';

export function codeWord(type: string, code: string | null | undefined): Sentence {
  if (code == null) return shell.dash;
  return (CODE_WORDS as Record<string, Sentence>)[`${type}.${code}`] ?? { zh: code, en: code };
}
