// Knows what is in flight, so that the gateway can stop when it is done.
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface ExchangeTracker {
  add(response: ServerResponse): void;
  /** Takes no new connection, lets what is in flight finish, and cuts off what is not done in time (milliseconds). */
  drain(server: Server, milliseconds: number): Promise<void>;
}

export function createExchangeTracker(): ExchangeTracker {
  /**
   * The latest of each connection, in flight or not: connections come and go seldom. A Set through which every response
   * passes would keep many of them alive (see `TicketList`).
   */
  const latest = new Map<Socket, ServerResponse>();
  let draining = false;
  return { add, drain };

  function add(response: ServerResponse): void {
    const socket = response.socket!;
    if (!latest.has(socket)) socket.once('close', () => latest.delete(socket));
    latest.set(socket, response);
    if (draining) endConnection(response);
  }

  async function drain(server: Server, milliseconds: number): Promise<void> {
    draining = true;
    latest.forEach(endConnection);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const cutOff = setTimeout(() => server.closeAllConnections(), milliseconds);
    await closed;
    clearTimeout(cutOff);
  }
}

/** A connection that is kept alive would keep the server open after its last answer. */
function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
