// Texts as they are compared and as numbers are read from them: full-width signs as the plain ones, without spaces.

/** For headings, codes, names and numbers; never for what is stored as it was written. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200b\ufeff]+/g, '');
}

/** Names are the same whatever the width, the case and the spaces of their letters. */
export function plainName(text: string): string {
  return plainText(text).toLowerCase();
}
