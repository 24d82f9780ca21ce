// Rule: an SDL holds no sign that a database would cut or alter it at, raw or as an escape, which composition writes out.
import { getLocation, Source, type Token, TokenKind } from 'graphql';
import { findUnstorable } from '../domain/storable-text';
import type { Finding } from '../verdict';
import type { Place } from './published-sdl';

export function refuseCharacters(sdl: string): Finding[] {
  const index = findUnstorable(sdl);
  return index < 0 ? [] : [unstorable(sdl.charCodeAt(index), getLocation(new Source(sdl), index))];
}

/** Only a quoted text has escapes of characters. */
export function refuseEscapes({ kind, value, line, column }: Token): Finding[] {
  const index = kind === TokenKind.STRING ? findUnstorable(value) : -1;
  return index < 0 ? [] : [unstorable(value.charCodeAt(index), { line, column })];
}

function unstorable(code: number, { line, column }: Place): Finding {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const isHalf = code >= 0xd800;
  return {
    rule: 'SDL_CHARACTER',
    severity: 'ERROR',
    at: { line, column },
    sentence: {
      zh: `SDL 含有${isHalf ? '半个字符' : '控制字符'} ${name}，无法原样保存。`,
      en: `The SDL holds ${isHalf ? 'half of a character' : 'the control character'} ${name}, which is not kept as it is.`,
    },
    suggestion: {
      zh: '请在所指的位置删去它，写成 \\u0000 之类的转义也一样；制表符和换行可以保留。',
      en: 'Take it out at the place that is shown, also where it is written as an escape such as \\u0000; tabs and line ends may stay.',
    },
  };
}
