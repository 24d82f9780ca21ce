// What the screen finds in a text: a kind and a place, never the words themselves.

export type PersonalDataKindName = 'ID_NUMBER' | 'MOBILE_NUMBER' | 'HOME_ADDRESS' | 'PERSONAL_NAME';

export interface Finding {
  kind: PersonalDataKindName;
  /** What is certain is refused; what is only possible is held until an office confirms that it is none. */
  certain: boolean;
  /** First character and the one after the last, counted in code points of the text as it was given. */
  start: number;
  end: number;
}

/** A place in a folded text. */
export interface Span {
  start: number;
  end: number;
}
