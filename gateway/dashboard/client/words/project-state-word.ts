// Where a project stands, in words; what only a source says of it is said to be so.
import { codeWord } from './code-word';
import { inBoth } from './fill-sentence';
import { shell } from './shell-words';
import type { Sentence } from './words';

export function projectStateWord({
  state,
  statedStatus,
}: {
  state: string | null;
  statedStatus: string | null;
}): Sentence {
  return state || !statedStatus ? codeWord('ProjectState', state) : statedProjectWord(statedStatus);
}

export function statedProjectWord(status: string): Sentence {
  const word = codeWord('StatedProjectStatus', status);
  return inBoth((language) => shell.asStated[language].replace('{state}', word[language]));
}
