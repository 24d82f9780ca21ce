// Measures how soon after a client's hang-up the gateway cuts off its requests to subgraphs.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { DEFAULTS } from '../../../gateway/config';
import { createGateway } from '../../../gateway/main';
import { CONTRACTS } from '../../gateway/kit/little-graph';

const ROUNDS = 20;

/** Milliseconds, one for each request to a subgraph. */
export async function measureHangUp(): Promise<number[]> {
  let leftAt = 0;
  let arrived: (() => void) | undefined;
  let gone: ((ms: number) => void) | undefined;
  const silent = createServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => arrived?.());
    response.on('close', () => gone?.(performance.now() - leftAt));
  });
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { gateway, folder } = await startOver(silent);
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const isThere = new Promise<void>((resolve) => (arrived = resolve));
    const isGone = new Promise<number>((resolve) => (gone = resolve));
    const asked = request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    asked.on('error', () => undefined);
    asked.end(JSON.stringify({ query: '{ organizations { name } }' }));
    await isThere;
    leftAt = performance.now();
    asked.destroy();
    waits.push(await isGone);
  }
  await gateway.stop();
  silent.closeAllConnections();
  silent.close();
  rmSync(folder, { recursive: true, force: true });
  return waits;
}

async function startOver(silent: Server) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-hang-up-'));
  const shardListPath = path.join(folder, 'shards.json');
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const shards = [{ name: 'silent', url, contracts: ['directory', 'rooms'], homes: ['silent-home'] }];
  writeFileSync(shardListPath, JSON.stringify({ version: 1, shards, notJoined: [] }));
  const log = pino({ level: 'silent' });
  const gateway = await createGateway(
    { ...DEFAULTS, port: 0, shardListPath },
    { contracts: CONTRACTS, operations: [], log },
  );
  return { gateway, folder };
}
