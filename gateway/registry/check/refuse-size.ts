// Rule: an SDL stays within the bounds; its text is measured before it is parsed, its definitions before they are composed.
import { Kind, Lexer, Source, TokenKind } from 'graphql';
import type { Finding } from '../verdict';
import { type PublishedSdl, eachDefinition } from './published-sdl';
import { refuseCharacters, refuseEscapes } from './refuse-characters';
import type { SdlBounds } from './sdl-bounds';

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

export function refuseText(sdl: string, bounds: SdlBounds): Finding[] {
  if (sdl.trim() === '') return [EMPTY];
  const bytes = Buffer.byteLength(sdl);
  if (bytes > bounds.bytes) return [tooMuch({ zh: '字节', en: 'bytes' }, bytes, bounds.bytes)];
  const characters = refuseCharacters(sdl);
  return characters.length > 0 ? characters : refuseTokens(sdl, bounds);
}

/** A faulty token is left to the parser, which has the better words. */
function refuseTokens(sdl: string, bounds: SdlBounds): Finding[] {
  const lexer = new Lexer(new Source(sdl));
  let nesting = 0;
  try {
    for (let count = 1; lexer.advance().kind !== TokenKind.EOF; count++) {
      const { kind, line, column } = lexer.token;
      const at = { line, column };
      if (count > bounds.tokens)
        return [{ ...tooMuch({ zh: '个词', en: 'tokens' }, count, bounds.tokens), at }];
      if (OPENING.has(kind) && ++nesting > bounds.nesting)
        return [{ ...tooMuch({ zh: '层括号', en: 'levels of brackets' }, nesting, bounds.nesting), at }];
      if (CLOSING.has(kind)) nesting -= 1;
      const escapes = refuseEscapes(lexer.token);
      if (escapes.length > 0) return escapes;
    }
  } catch {
    return [];
  }
  return [];
}

export function refuseCounts({ document }: PublishedSdl, bounds: SdlBounds): Finding[] {
  const counts = { types: 0, fields: 0, directives: 0 };
  for (const definition of document.definitions)
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION) counts.types += 1;
  eachDefinition(document, (_, { directives }, parent) => {
    if (parent) counts.fields += 1;
    counts.directives += directives?.length ?? 0;
  });
  return (['types', 'fields', 'directives'] as const).flatMap((what) =>
    counts[what] > bounds[what] ? [tooMuch(NAMES[what], counts[what], bounds[what])] : [],
  );
}

const NAMES = {
  types: { zh: '个类型', en: 'types' },
  fields: { zh: '个字段', en: 'fields' },
  directives: { zh: '个指令', en: 'directives' },
};

function tooMuch(what: { zh: string; en: string }, found: number, bound: number): Finding {
  return {
    rule: 'SDL_TOO_LARGE',
    severity: 'ERROR',
    sentence: {
      zh: `SDL 有 ${found} ${what.zh}，最多 ${bound}。`,
      en: `The SDL has ${found} ${what.en}; at most ${bound} are allowed.`,
    },
    suggestion: {
      zh: '只发布本子图自己的类型和所扩展实体的键，或拆成几个子图。',
      en: 'Publish only the types of this subgraph and the keys of the entities it extends, or split it into several.',
    },
  };
}

const EMPTY: Finding = {
  rule: 'SDL_EMPTY',
  severity: 'ERROR',
  sentence: { zh: 'SDL 是空的。', en: 'The SDL is empty.' },
  suggestion: {
    zh: '发布子图 `_service { sdl }` 所答的内容。',
    en: 'Publish what the subgraph answers to `_service { sdl }`.',
  },
};
