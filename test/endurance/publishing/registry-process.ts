// The registry program in a process of its own, on a new SQLite file, with three hundred shards from the start.
import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { REGISTRY_DEFAULTS } from '../../../gateway/registry/config';
import { serveRegistry } from '../../../gateway/registry/serve-registry';
import { STREET_TOKEN, shardsAt } from './publishing-ground';

export interface RegistryOrder {
  subgraphUrl: string;
}

process.on('disconnect', () => process.exit(0));
process.on('message', ({ subgraphUrl }: RegistryOrder) => void serve(subgraphUrl));

async function serve(subgraphUrl: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-publish-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const seedShardListPath = path.join(folder, 'shards.json');
  writeFileSync(seedShardListPath, JSON.stringify(shardsAt(subgraphUrl)));
  const { url } = await serveRegistry(
    {
      ...REGISTRY_DEFAULTS,
      port: 0,
      databaseUrl: `file:${path.join(folder, 'registry.sqlite')}`,
      loopback: true,
      streetToken: STREET_TOKEN,
      seedShardListPath,
      signingKeyPath: path.join(folder, 'key.pem'),
      shardKeyPath: path.join(folder, 'shard-key.pem'),
      isOpen: true,
    },
    { log: pino({ level: 'warn' }, pino.destination(2)) },
  );
  process.send!({ url });
}
