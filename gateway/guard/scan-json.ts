// Counts what a JSON text holds before it is parsed: parsing a million characters of names that are all different takes a tenth of a second.
import type { Refusal } from './refusal';
import type { VariableBounds } from './variable-bounds';

/** Shorter texts are parsed in a moment, whatever they hold. */
const SHORT = 16 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;

/** Colons and commas outside of strings tell names and values; whether it is JSON is left to the parser. */
export function refuseJsonText(text: string, bounds: VariableBounds): Refusal | undefined {
  if (text.length < SHORT) return undefined;
  let names = 0;
  let values = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign === QUOTE) i = endOfString(text, i);
    else if (sign === COLON) names += 1;
    else if (sign === COMMA) values += 1;
  }
  if (names > bounds.names) return tooManyNames(bounds);
  return values > bounds.values ? tooManyValues(bounds) : undefined;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

const tooManyNames = ({ names }: VariableBounds): Refusal => ({
  zh: `请求正文中的名称超过 ${names} 个；请分几次发送。`,
  en: `The request body holds more than ${names} names; send them in several requests.`,
});

export const tooManyValues = ({ values }: VariableBounds): Refusal => ({
  zh: `变量中的值超过 ${values} 个；请分几次发送。`,
  en: `The variables hold more than ${values} values; send them in several requests.`,
});
