// Tells text that may be shown from text that shows how a server is built: addresses, stacks, queries, files.

const LONGEST = 1000;
const TELLTALE = [
  /[a-z][a-z0-9+.-]*:\/\//i, // an address
  /\bat .{0,200}:\d+/, // a frame of a stack
  /\n/,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b|\blocalhost\b/i,
  /(?:^|[\s("'`“])(?:\/[\w.@-]+){2,}|[A-Z]:\\/, // a file
  /\b(?:select\b.{0,400}\bfrom|insert\s+into|update\b.{0,200}\bset|delete\s+from|create\s+table|alter\s+table|drop\s+table)\b/i,
  /\b(?:SQLITE_|ER_|SQLSTATE|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/,
  /QueryFailedError|node_modules|<!doctype|<html/i,
];

export function isClean(text: string): boolean {
  return text.length <= LONGEST && !TELLTALE.some((pattern) => pattern.test(text));
}

/** The members that are clean plain values; lists of them too. Everything deeper is left out. */
export function keepClean(members: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(members).filter(([, value]) => isCleanValue(value) || isCleanList(value));
  return Object.fromEntries(kept);
}

function isCleanValue(value: unknown): boolean {
  if (typeof value === 'string') return isClean(value);
  return typeof value === 'number' || typeof value === 'boolean' || value === null;
}

function isCleanList(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 500 && value.every(isCleanValue);
}
