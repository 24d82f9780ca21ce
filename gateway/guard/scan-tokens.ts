// Counts the tokens and brackets of a document before it is parsed, so that no parser meets a hostile text.
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { DocumentBounds } from './document-bounds';
import type { Refusal } from './refusal';

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

export function refuseLength(text: string, { characters }: DocumentBounds): Refusal | undefined {
  if (text.length <= characters) return undefined;
  return {
    zh: `查询超过 ${characters} 个字符；请缩短，或把大的值放进变量。`,
    en: `The document is longer than ${characters} characters; shorten it, or put large values into variables.`,
  };
}

/** Stops at the first bound; a faulty token is left to the parser, which has the better words. */
export function refuseTokens(text: string, bounds: DocumentBounds): Refusal | undefined {
  const lexer = new Lexer(new Source(text));
  let nesting = 0;
  try {
    for (let count = 1; lexer.advance().kind !== TokenKind.EOF; count++) {
      if (count > bounds.tokens) return tooManyTokens(bounds);
      if (OPENING.has(lexer.token.kind) && ++nesting > bounds.nesting) return tooNested(bounds);
      if (CLOSING.has(lexer.token.kind)) nesting -= 1;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return undefined;
}

const tooManyTokens = ({ tokens }: DocumentBounds): Refusal => ({
  zh: `查询超过 ${tokens} 个词；请拆成几个查询，或把大的值放进变量。`,
  en: `The document has more than ${tokens} tokens; split it, or put large values into variables.`,
});

const tooNested = ({ nesting }: DocumentBounds): Refusal => ({
  zh: `查询的括号嵌套超过 ${nesting} 层；请减少嵌套。`,
  en: `The brackets of the document are nested deeper than ${nesting} levels; nest less.`,
});
