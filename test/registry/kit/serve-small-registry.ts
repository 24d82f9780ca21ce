// A registry with one small contract as a process of its own, so that it can be killed: `node serve-small-registry.ts <database> <folder>`.
import 'reflect-metadata';
import pino from 'pino';
import { join } from 'node:path';
import { REGISTRY_DEFAULTS } from '../../../gateway/registry/config';
import { serveRegistry } from '../../../gateway/registry/serve-registry';
import { SMALL_PARTS, STREET, STREET_TOKEN } from './small-parts';

const [databaseUrl, folder] = process.argv.slice(2) as [string, string];

void serveRegistry(
  {
    ...REGISTRY_DEFAULTS,
    port: 0,
    databaseUrl,
    street: STREET,
    loopback: true,
    streetToken: STREET_TOKEN,
    signingKeyPath: join(folder, 'key.pem'),
    shardKeyPath: join(folder, 'shard-key.pem'),
  },
  { ...SMALL_PARTS, log: pino({ level: 'silent' }) },
).then(({ url }) => process.send!({ ready: url }));
