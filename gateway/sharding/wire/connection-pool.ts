// The connections to one endpoint: as many as there are calls at a time, kept for a while for those that follow.
import { isIP } from 'node:net';
import { afterPoll } from './after-poll';
import { type Call, Connection, type ConnectionOwner, type Target } from './connection';
import { pinnedLookup } from './pinned-lookup';

/** Longest time that a connection without a call is kept, in milliseconds. */
const KEPT_MS = 30_000;

/** Whoever sends bounds how many calls there are at a time. */
export class ConnectionPool implements ConnectionOwner {
  /** The `host` field of a request to it. */
  readonly authority: string;
  private readonly target: Target;
  /** The one that was used last is used next, so that those beyond need grow old. */
  private idle: Connection[] = [];
  private readonly all = new Set<Connection>();
  private sweeper: NodeJS.Timeout | undefined;
  private isClosed = false;
  private isDestroyed = false;

  /**
   * `origin`: `http:` or `https:`, the latter with a certificate to show where one is wanted. `addresses`: where it is reached
   * whatever its name resolves to; without them, where its name says.
   */
  constructor(
    origin: string,
    identity: { cert?: string; key?: string; ca?: string } = {},
    addresses?: readonly string[],
  ) {
    const { protocol, hostname, port, host } = new URL(origin);
    const address = hostname.replace(/^\[|\]$/g, '');
    const isSecure = protocol === 'https:';
    const servername = isIP(address) ? undefined : address;
    this.authority = host;
    this.target = {
      host: address,
      port: Number(port) || (isSecure ? 443 : 80),
      lookup: addresses && pinnedLookup(addresses),
      tls: isSecure ? { servername, ...identity } : undefined,
    };
  }

  /**
   * Sent after what has come was read, so that a connection that was closed in the meantime, or that holds bytes which
   * answer nothing, is found out before a request goes to it.
   */
  send(call: Call): void {
    afterPoll(() => this.start(call));
  }

  /** Those under way are finished. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.sweeper);
    for (const connection of this.idle.splice(0)) connection.destroy();
  }

  /** Those under way have no answer. */
  destroy(): void {
    this.close();
    this.isDestroyed = true;
    for (const connection of [...this.all]) connection.destroy();
  }

  release(connection: Connection, milliseconds: number): void {
    if (this.isClosed) return connection.destroy();
    connection.until = Date.now() + Math.min(milliseconds, KEPT_MS);
    this.idle.push(connection);
    this.sweeper ??= setTimeout(() => this.sweep(), KEPT_MS).unref();
  }

  forget(connection: Connection): void {
    this.all.delete(connection);
    const at = this.idle.indexOf(connection);
    if (at >= 0) this.idle.splice(at, 1);
  }

  private start(call: Call): void {
    if (call.isOver) return;
    if (this.isDestroyed) return call.onFault({ kind: 'lost', hasBegun: false });
    (this.takeKept() ?? this.open()).send(call);
  }

  private takeKept(): Connection | undefined {
    const now = Date.now();
    for (;;) {
      const connection = this.idle.pop();
      if (!connection || connection.until > now) return connection;
      connection.destroy();
    }
  }

  private open(): Connection {
    const connection = new Connection(this.target, this);
    this.all.add(connection);
    return connection;
  }

  private sweep(): void {
    this.sweeper = undefined;
    const now = Date.now();
    for (const connection of this.idle.filter(({ until }) => until <= now)) connection.destroy();
    if (this.idle.length > 0) this.sweeper = setTimeout(() => this.sweep(), KEPT_MS).unref();
  }
}
