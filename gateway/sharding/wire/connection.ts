// One kept-alive connection to an endpoint: a request at a time, and the response to it, or why there is none.
import { type LookupFunction, type Socket, connect } from 'node:net';
import { type TLSSocket, connect as connectSecurely } from 'node:tls';
import { ResponseReader } from './response-reader';

/** Where an endpoint is, and what it is shown there. */
export interface Target {
  /** A name or an address, an IPv6 address without brackets. */
  host: string;
  /** Instead of the system's. */
  lookup?: LookupFunction;
  port: number;
  /** Absent where nothing is encrypted. */
  tls: { servername?: string; cert?: string; key?: string; ca?: string } | undefined;
}

/** A request that waits for its response. Law: of the two below one is called, once. */
export interface Call {
  /** All that is sent, head and body. */
  readonly text: string;
  /** Of its characters: `latin1` where none is beyond ASCII, which is written sooner. */
  readonly encoding: 'latin1' | 'utf8';
  /** Longest body of a response, in bytes. */
  readonly maxAnswer: number;
  /** Nobody waits for it any more. */
  readonly isOver: boolean;
  connection: Connection | undefined;
  onAnswer(status: number, text: string): void;
  onFault(fault: WireFault): void;
}

export interface WireFault {
  kind: 'too-large' | 'lost';
  /** Whether the response had begun. */
  hasBegun: boolean;
  /** With a code of the system, `ECONNRESET` where the other side closed the connection. */
  cause?: Error;
}

export interface ConnectionOwner {
  /** It may be used again, for so many milliseconds. */
  release(connection: Connection, milliseconds: number): void;
  forget(connection: Connection): void;
}

/**
 * What one read brings; all of it is used up before the next read of any connection, which is why one is enough. Large
 * answers come in few pieces.
 */
const READ_BUFFER = Buffer.allocUnsafeSlow(64 * 1024);

export class Connection {
  /** When it is no longer used: milliseconds since the epoch. */
  until = 0;
  private readonly socket: Socket;
  private call: Call | undefined;
  private reader: ResponseReader | undefined;
  private isLost = false;

  constructor(
    target: Target,
    private readonly owner: ConnectionOwner,
  ) {
    this.socket = target.tls ? this.openSecurely(target, target.tls) : this.open(target);
    this.socket.setNoDelay(true);
    // The deadline of a call holds the process; a connection that waits for none shall not.
    this.socket.unref();
    this.socket.on('error', (cause) => this.lose(cause));
    this.socket.on('end', () => this.onEnd());
    this.socket.on('close', () => this.lose(closed()));
  }

  send(call: Call): void {
    this.call = call;
    call.connection = this;
    this.reader = new ResponseReader(call.maxAnswer);
    this.socket.write(call.text, call.encoding);
  }

  /** What is under way on it has no answer; its call is told, unless it is over. */
  destroy(): void {
    this.lose(closed());
  }

  private open({ host, port, lookup }: Target): Socket {
    const callback = (length: number) => this.receive(READ_BUFFER.subarray(0, length));
    return connect({ host, port, lookup, onread: { buffer: READ_BUFFER, callback } });
  }

  private openSecurely({ host, port, lookup }: Target, tls: NonNullable<Target['tls']>): TLSSocket {
    const socket = connectSecurely({ host, port, lookup, ...tls, ALPNProtocols: ['http/1.1'] });
    return socket.on('data', (bytes) => this.receive(bytes));
  }

  /** False stops reading. Bytes that answer nothing may be meant for whoever comes next: such a connection is not used again. */
  private receive(bytes: Buffer): boolean {
    const { call, reader } = this;
    if (!call || !reader) {
      this.destroy();
      return false;
    }
    const reading = reader.read(bytes);
    if (reading === 'done') this.finish(call, reader);
    else if (reading !== 'more') this.giveUp(reading === 'too-large' ? 'too-large' : 'lost', malformed());
    return !this.isLost;
  }

  private onEnd(): void {
    const { call, reader } = this;
    if (call && reader?.readEnd() === 'done') this.finish(call, reader);
    this.lose(closed());
  }

  /** It is free before its call is told, which may ask again at once. */
  private finish(call: Call, { head, text, hasMore }: ResponseReader): void {
    this.call = this.reader = undefined;
    const { status, keptFor } = head!;
    if (keptFor === 0 || hasMore || this.socket.writableLength > 0) this.destroy();
    else if (!this.isLost) this.owner.release(this, keptFor);
    call.onAnswer(status, text);
  }

  private lose(cause: Error): void {
    if (!this.isLost) this.giveUp('lost', cause);
  }

  private giveUp(kind: WireFault['kind'], cause: Error): void {
    const { call, reader } = this;
    this.isLost = true;
    this.call = this.reader = undefined;
    this.socket.destroy();
    this.owner.forget(this);
    call?.onFault({ kind, hasBegun: reader?.head !== undefined, cause });
  }
}

function closed(): Error {
  return Object.assign(new Error('The other side closed the connection.'), { code: 'ECONNRESET' });
}

function malformed(): Error {
  return Object.assign(new Error('What came is no HTTP/1.1 response.'), { code: 'EPROTO' });
}
