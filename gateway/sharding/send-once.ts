// One request on a pool of connections: its deadline, its caller who may hang up, and what became of it.
import { release, stopWith } from './hang-up';
import type { Silence } from './transport';
import type { Call, Connection, WireFault } from './wire/connection';
import type { ConnectionPool } from './wire/connection-pool';

export interface SendRequest {
  path: string;
  body: string;
  /** Beside those of every request: names and values in turn, which hold no line break. */
  headers?: readonly string[];
  signal: AbortSignal | undefined;
  /** Milliseconds. */
  patience: number;
  maxAnswer: number;
}

export type Sent =
  { kind: 'came'; status: number; text: string } | { kind: 'silent'; why: Silence; cause?: unknown };

const HEADERS =
  'content-type: application/json\r\naccept: application/graphql-response+json, application/json\r\n';

/** Law: `done` is called once, and never with less than what became of the request. */
export function sendOnce(pool: ConnectionPool, request: SendRequest, done: (sent: Sent) => void): void {
  pool.send(new Exchange(pool.authority, request, done));
}

class Exchange implements Call {
  readonly text: string;
  readonly encoding: Call['encoding'];
  readonly maxAnswer: number;
  isOver = false;
  connection: Connection | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(
    authority: string,
    private readonly request: SendRequest,
    private readonly done: (sent: Sent) => void,
  ) {
    const { body, patience, signal, maxAnswer } = request;
    const length = Buffer.byteLength(body);
    this.text = `${headOf(authority, request)}content-length: ${length}\r\n\r\n${body}`;
    this.encoding = length === body.length ? 'latin1' : 'utf8';
    this.maxAnswer = maxAnswer;
    this.timer = setTimeout(lookOnceMore, patience, this);
    if (signal) stopWith(signal, this);
  }

  onAnswer(status: number, text: string): void {
    this.settle({ kind: 'came', status, text });
  }

  onFault({ kind, hasBegun, cause }: WireFault): void {
    if (kind === 'too-large') this.settle({ kind: 'silent', why: 'too-large' });
    else this.settle({ kind: 'silent', why: hasBegun ? 'cut-off' : 'unreachable', cause });
  }

  hangUp(): void {
    this.giveUp('aborted');
  }

  giveUp(why: Silence): void {
    if (this.isOver) return;
    this.settle({ kind: 'silent', why });
    this.connection?.destroy();
  }

  private settle(sent: Sent): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    if (this.request.signal) release(this.request.signal, this);
    this.done(sent);
  }
}

function headOf(authority: string, { path, headers = [] }: SendRequest): string {
  let head = `POST ${path} HTTP/1.1\r\nhost: ${authority}\r\n${HEADERS}`;
  for (let i = 0; i < headers.length; i += 2) head += `${headers[i]}: ${headers[i + 1]}\r\n`;
  return head;
}

/** Timers run before sockets are read: what came while this process was busy is read before the shard is blamed. */
function lookOnceMore(exchange: Exchange): void {
  setImmediate(() => exchange.giveUp('deadline'));
}
