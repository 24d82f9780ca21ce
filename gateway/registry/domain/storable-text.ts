// Text as every database gives it back to the letter: SQLite ends a text at a NUL, and half a surrogate pair comes back as another sign.

/** Control characters but tab, line feed and carriage return, and halves of surrogate pairs. */
const UNSTORABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;
const EACH = new RegExp(UNSTORABLE, 'gu');
const REPLACEMENT = '\ufffd';

/** Where the first such sign is, counted in UTF-16 units as `charCodeAt` counts; -1 when there is none. */
export function findUnstorable(text: string): number {
  return text.search(UNSTORABLE);
}

/** Each such sign replaced. */
export function toStorable(text: string): string {
  return text.replace(EACH, REPLACEMENT);
}

/** Whether a database would give back another text; other control characters are only unwelcome. */
export function isAltered(text: string): boolean {
  return text.includes('\0') || /\p{Cs}/u.test(text);
}

/** The first characters; none is split, and databases count them likewise. */
export function cutText(text: string, characters: number): string {
  return text.length <= characters ? text : [...text.slice(0, 2 * characters)].slice(0, characters).join('');
}
