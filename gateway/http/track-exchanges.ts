// Knows what is in flight, so that the gateway can stop when it is done.
import type { Server, ServerResponse } from 'node:http';

export interface ExchangeTracker {
  add(response: ServerResponse): void;
  /** Takes no new connection, lets what is in flight finish, and cuts off what is not done in time (milliseconds). */
  drain(server: Server, milliseconds: number): Promise<void>;
}

export function createExchangeTracker(): ExchangeTracker {
  const inFlight = new Set<ServerResponse>();
  let draining = false;
  return { add, drain };

  function add(response: ServerResponse): void {
    inFlight.add(response);
    if (draining) endConnection(response);
    response.once('close', () => inFlight.delete(response));
  }

  async function drain(server: Server, milliseconds: number): Promise<void> {
    draining = true;
    inFlight.forEach(endConnection);
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
