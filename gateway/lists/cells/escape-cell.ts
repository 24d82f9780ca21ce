// Keeps a spreadsheet from running a text as a formula, so that reading takes it back exactly.

/** Led by an apostrophe; so is a text that has such apostrophes of its own. */
export function escapeCell(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

export function unescapeCell(text: string): string {
  return /^''*[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text;
}
