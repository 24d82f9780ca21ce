// Reads the head of an HTTP/1.1 response: its status, and how its body ends. What two readers could take differently is refused.

export interface ResponseHead {
  status: number;
  /** In bytes, or what says where it ends. */
  body: number | 'chunked' | 'until-close';
  /** How long the other side keeps the connection when nothing is asked, in milliseconds: 0 when it closes it. */
  keptFor: number;
}

const STATUS_LINE = /^HTTP\/1\.([01]) (\d{3})(?: |$)/;
/** A name, then its value without the blanks around it. A line that goes on from the one before begins with a blank. */
const FIELD = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/;
/** The first letters of the names below: most fields are of no concern. */
const OF_CONCERN = /^(?:c|k|t)/i;
const DIGITS = /^\d{1,15}$/;
/** No answer to a POST with these has a body. https://www.rfc-editor.org/rfc/rfc9112#section-6.3 */
const BODILESS = new Set([204, 304]);

interface Fields {
  length: string | undefined;
  coding: string | undefined;
  connection: string;
  keepAlive: string;
}

/** `text`: without the empty line at its end. Undefined when it is no head that can be relied on. */
export function readHead(text: string): ResponseHead | undefined {
  const [first, ...lines] = text.split('\r\n');
  const start = STATUS_LINE.exec(first!);
  const fields = start ? readFields(lines) : undefined;
  if (!start || !fields) return undefined;
  const status = Number(start[2]);
  const body = BODILESS.has(status) ? 0 : bodyOf(fields);
  if (body === undefined) return undefined;
  const keeps = body !== 'until-close' && keepsAlive(fields.connection, start[1] === '1');
  return { status, body, keptFor: keeps ? keptFor(fields.keepAlive) : 0 };
}

function readFields(lines: readonly string[]): Fields | undefined {
  const fields: Fields = { length: undefined, coding: undefined, connection: '', keepAlive: '' };
  for (const line of lines) {
    const field = FIELD.exec(line);
    if (!field) return undefined;
    if (OF_CONCERN.test(line) && !take(fields, field[1]!.toLowerCase(), field[2]!)) return undefined;
  }
  return fields;
}

/** False when it says another thing than before. */
function take(fields: Fields, name: string, value: string): boolean {
  if (name === 'content-length') {
    if (!DIGITS.test(value) || (fields.length ?? value) !== value) return false;
    fields.length = value;
  } else if (name === 'transfer-encoding') {
    if (fields.coding !== undefined || value.toLowerCase() !== 'chunked') return false;
    fields.coding = value;
  } else if (name === 'connection') fields.connection += ` ${value.toLowerCase()}`;
  else if (name === 'keep-alive') fields.keepAlive = value;
  return true;
}

function bodyOf({ length, coding }: Fields): ResponseHead['body'] | undefined {
  if (coding === undefined) return length === undefined ? 'until-close' : Number(length);
  return length === undefined ? 'chunked' : undefined;
}

function keepsAlive(connection: string, isNewer: boolean): boolean {
  return isNewer ? !/\bclose\b/.test(connection) : /\bkeep-alive\b/.test(connection);
}

/** A moment less than the other side says, so that it does not close as we write. */
function keptFor(keepAlive: string): number {
  const seconds = /\btimeout=(\d{1,6})\b/i.exec(keepAlive)?.[1];
  return seconds === undefined ? Infinity : Math.max(0, Number(seconds) * 1_000 - 1_000);
}
