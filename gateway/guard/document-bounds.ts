// How large and how entangled one operation may be; whatever way it comes in, the same bounds hold.

export interface DocumentBounds {
  /** Characters of the document. */
  characters: number;
  /** Names, values and signs; comments do not count. */
  tokens: number;
  /** Brackets of any kind inside one another. */
  nesting: number;
  /** Operations and fragments. */
  definitions: number;
  /** Fields inside one another, with fragments put in. */
  depth: number;
  /** Fields, with fragments put in wherever they are spread. */
  fields: number;
  /** Fields of the root type, with fragments put in. */
  rootFields: number;
  /** With fragments put in. */
  aliases: number;
  /** With fragments put in. */
  directives: number;
  /** Pairs of fields that stand for the same place of the answer: checking that they agree takes a step for each. */
  repeats: number;
}

/** The largest of the 25 questions has 75 fields at 8 levels, the deepest 13 levels; the introspection of tools 229 at 15. */
export const DOCUMENT_BOUNDS: DocumentBounds = {
  characters: 64 * 1024,
  tokens: 10_000,
  nesting: 64,
  definitions: 200,
  depth: 24,
  fields: 2_000,
  rootFields: 60,
  aliases: 200,
  directives: 200,
  repeats: 20_000,
};
