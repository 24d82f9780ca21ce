// What every sentence that a caller sees must be: in both languages, and without a word of our insides.

/** Chinese characters. */
export const CHINESE = /\p{Script=Han}/u;
/** At least one English word. */
export const ENGLISH = /[A-Za-z]{2}/;
/** Stacks, SQL, files and drivers. */
const INSIDES =
  / {4}at |:\d+:\d+\)|node_modules|\.ts\b|\.js\b|SELECT |SQLITE|\bER_[A-Z]|Sql|Query(Failed|Builder)|sharing_|\/tmp|\/work|stacktrace/;

export function expectBilingual(text: string): void {
  expect(text).toMatch(CHINESE);
  expect(text).toMatch(ENGLISH);
}

export function expectNoInsides(answer: unknown): void {
  expect(JSON.stringify(answer)).not.toMatch(INSIDES);
}
