// JSON text of a value that came as JSON: what JSON.stringify writes, sooner for the short and plain values that most are.

export function writeJson(value: unknown): string {
  if (typeof value === 'string') return value.length < SHORT ? writeShort(value) : writeLong(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return JSON.stringify(value) ?? 'null';
}

/** The same of a value in which no string needs an escape. */
export function writePlain(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : writeJson(value);
}

/** What JSON.stringify escapes. */
const ESCAPED = /[\u0000-\u001f"\\\ud800-\udfff]/;

function writeLong(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** Characters up to which looking at each is faster than a regular expression. */
const SHORT = 64;

function writeShort(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isPlain = code > 0x1f && code !== 0x22 && code !== 0x5c && (code < 0xd800 || code > 0xdfff);
    if (!isPlain) return JSON.stringify(text);
  }
  return `"${text}"`;
}
