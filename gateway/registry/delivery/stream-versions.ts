// Tells listeners the number of each new version as server-sent events: bounded in listeners, and in what one may leave unread.
import { type Exchange, replyRefusal } from '../../http/reply';
import type { ServerResponse } from 'node:http';

export interface VersionStream {
  /** Tells the newest version at once, and each later one until the listener leaves. */
  open(exchange: Exchange, newest: number): void;
  tell(version: number): void;
  /** Whether there is a graph at /graph/candidate. */
  tellCandidate(isOffered: boolean): void;
  /** Ends every stream, so that the program can stop. */
  close(): void;
}

export interface VersionStreamOptions {
  listeners?: number;
  heartbeatMs?: number;
}

/** Bytes that lie unread; a listener that reads never has so many. */
const MAX_UNREAD = 65_536;

export function createVersionStream({
  listeners = 64,
  heartbeatMs = 15_000,
}: VersionStreamOptions = {}): VersionStream {
  const open = new Set<ServerResponse>();
  const heart = setInterval(() => send(':\n\n'), heartbeatMs).unref();
  return {
    open(exchange, newest) {
      if (open.size >= listeners) return refuseListener(exchange);
      const { response } = exchange;
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      open.add(response);
      response.once('close', () => open.delete(response));
      response.write(eventOf(newest));
    },
    tell: (version) => send(eventOf(version)),
    tellCandidate: (isOffered) => send(`event: candidate\ndata: ${isOffered ? 'offered' : 'withdrawn'}\n\n`),
    close() {
      clearInterval(heart);
      for (const response of open) response.end();
    },
  };

  function send(text: string): void {
    for (const response of open) {
      if (response.writableLength > MAX_UNREAD) response.destroy();
      else response.write(text);
    }
  }
}

function eventOf(version: number): string {
  return `id: ${version}\nevent: version\ndata: ${version}\n\n`;
}

function refuseListener(exchange: Exchange): void {
  exchange.response.setHeader('retry-after', '5');
  replyRefusal(exchange, 503, 'OVERLOADED', {
    zh: '正在收听新版本的网关已经太多；请稍后再试，或改为定时读取 /graph。',
    en: 'Too many gateways listen for new versions; try again later, or fetch /graph now and then.',
  });
}
