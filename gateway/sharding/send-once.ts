// One request on a pool, through undici's dispatch: no stream, no body mixin, no signal of its own.
import type { Dispatcher } from 'undici';
import { release, stopWith } from './hang-up';
import type { Silence } from './transport';

export interface SendRequest {
  path: string;
  body: string;
  /** Beside those of every request: names and values in turn. */
  headers?: readonly string[];
  signal: AbortSignal | undefined;
  /** Milliseconds. */
  patience: number;
  maxAnswer: number;
}

export type Sent =
  { kind: 'came'; status: number; text: string } | { kind: 'silent'; why: Silence; cause?: unknown };

const HEADERS = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json',
];

/** Law: `done` is called once, and never with less than what became of the request. */
export function sendOnce(pool: Dispatcher, request: SendRequest, done: (sent: Sent) => void): void {
  const { path, body } = request;
  const headers = request.headers?.length ? [...HEADERS, ...request.headers] : HEADERS;
  pool.dispatch({ method: 'POST', path, headers, body }, new Exchange(request, done));
}

class Exchange implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private status = 0;
  private first: Buffer | undefined;
  private rest: Buffer[] | undefined;
  private length = 0;
  private isOver = false;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly request: SendRequest,
    private readonly done: (sent: Sent) => void,
  ) {
    this.timer = setTimeout(lookOnceMore, request.patience, this);
    if (request.signal) stopWith(request.signal, this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.isOver) controller.abort(GIVEN_UP);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.length += chunk.length;
    if (this.length > this.request.maxAnswer) this.giveUp('too-large');
    else if (!this.first) this.first = chunk;
    else (this.rest ??= []).push(chunk);
  }

  onResponseEnd(): void {
    const { first, rest } = this;
    const bytes = first && rest ? Buffer.concat([first, ...rest], this.length) : first;
    this.settle({ kind: 'came', status: this.status, text: bytes?.toString() ?? '' });
  }

  onResponseError(_: Dispatcher.DispatchController, cause: Error): void {
    this.settle({ kind: 'silent', why: this.status === 0 ? 'unreachable' : 'cut-off', cause });
  }

  hangUp(): void {
    this.giveUp('aborted');
  }

  giveUp(why: Silence): void {
    if (this.isOver) return;
    this.settle({ kind: 'silent', why });
    this.controller?.abort(GIVEN_UP);
  }

  private settle(sent: Sent): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.timer);
    if (this.request.signal) release(this.request.signal, this);
    this.done(sent);
  }
}

/** Timers run before sockets are read: what came while this process was busy is read before the shard is blamed. */
function lookOnceMore(exchange: Exchange): void {
  setImmediate(() => exchange.giveUp('deadline'));
}

/** Its stack would be read by nobody. */
const GIVEN_UP = new Error('The fetch was given up.');
