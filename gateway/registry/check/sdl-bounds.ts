// How large a published SDL may be; held before anything heavy is done with it.

export interface SdlBounds {
  /** Bytes of UTF-8. */
  bytes: number;
  tokens: number;
  /** Brackets of any kind inside one another. */
  nesting: number;
  types: number;
  /** Fields, input fields and enum values of all types. */
  fields: number;
  /** Applications of directives. */
  directives: number;
}

/** The largest contract has 250 types, 2,100 fields and 16,000 tokens in 250 kB. */
export const SDL_BOUNDS: SdlBounds = {
  bytes: 2 * 1024 * 1024,
  tokens: 200_000,
  nesting: 32,
  types: 2_000,
  fields: 20_000,
  directives: 20_000,
};
