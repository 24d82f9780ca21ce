// A registry with the real contracts in a process of its own, so that it can be killed: `<database url> <folder> <port>`.
import 'reflect-metadata';
import { join } from 'node:path';
import pino from 'pino';
import { REGISTRY_DEFAULTS } from '../../../gateway/registry/config';
import { serveRegistry } from '../../../gateway/registry/serve-registry';
import { readContractFiles } from '../../../gateway/supergraph/contract-file';
import { STREET, STREET_TOKEN } from './small-parts';

const [databaseUrl = '', folder = '', port = '0'] = process.argv.slice(2);

void serveRegistry(
  {
    ...REGISTRY_DEFAULTS,
    port: Number(port),
    databaseUrl,
    street: STREET,
    loopback: true,
    streetToken: STREET_TOKEN,
    signingKeyPath: join(folder, 'key.pem'),
    shardKeyPath: join(folder, 'shard-key.pem'),
    moveSettleMs: 100,
  },
  { contracts: readContractFiles(), operations: [], log: pino({ level: 'silent' }) },
).then(({ url }) => process.send?.({ ready: url }));
