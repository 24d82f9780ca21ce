// Listens for a registry that was put together, and stops when what is in flight is done.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createExchangeTracker } from '../http/track-exchanges';
import { StartFault } from '../supergraph/start-fault';
import type { RegistryConfig } from './config';
import { createRegistry, type GivenParts, type Registry } from './create-registry';

export interface ServedRegistry {
  /** Without a slash at its end, e.g. `http://127.0.0.1:4100`. */
  url: string;
  registry: Registry;
  /** Finishes what is in flight, for at most STOP_MS, and frees the port. */
  stop(): Promise<void>;
}

const STOP_MS = 10_000;

export async function serveRegistry(config: RegistryConfig, given: GivenParts = {}): Promise<ServedRegistry> {
  const registry = await createRegistry(config, given);
  const tracker = createExchangeTracker();
  const server = createServer({ keepAliveTimeout: 30_000, requestTimeout: 60_000 }, answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(config, error)));
    server.listen(config.port, config.host, resolve);
  }).catch(async (error: unknown) => {
    await registry.close();
    throw error;
  });
  const { address, family, port } = server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    registry,
    stop: () => (stopped ??= stop()),
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    tracker.add(response);
    void registry.handle(request, response);
  }

  async function stop(): Promise<void> {
    registry.endStreams();
    await tracker.drain(server, STOP_MS);
    await registry.close();
  }
}

function cannotListen({ host, port }: RegistryConfig, { code }: NodeJS.ErrnoException): Error {
  const why =
    code === 'EADDRINUSE'
      ? 'another program listens there. Stop it, or set REGISTRY_PORT to a free port.'
      : `the system refuses it (${code}). Set HOST and REGISTRY_PORT to an address of this machine.`;
  return new StartFault([`Cannot listen on ${host}:${port}: ${why}`]);
}
