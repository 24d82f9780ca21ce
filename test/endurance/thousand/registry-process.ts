// A registry with a small contract, its checks in the same heap as the rest; tells its heap when it is asked.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { checkPublication } from '../../../gateway/registry/check/check-publication';
import { REGISTRY_DEFAULTS } from '../../../gateway/registry/config';
import { serveRegistry } from '../../../gateway/registry/serve-registry';
import { SMALL_PARTS, STREET, STREET_TOKEN } from '../../registry/kit/small-parts';
import { tellHeap } from './tell-heap';

const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-thousand-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
tellHeap();

void serveRegistry(
  {
    ...REGISTRY_DEFAULTS,
    port: 0,
    databaseUrl: `file:${path.join(folder, 'registry.sqlite')}`,
    street: STREET,
    loopback: true,
    streetToken: STREET_TOKEN,
    signingKeyPath: path.join(folder, 'key.pem'),
    shardKeyPath: path.join(folder, 'shard-key.pem'),
    isOpen: true,
  },
  {
    ...SMALL_PARTS,
    checker: { check: async (input) => checkPublication(input), stop: async () => undefined },
    log: pino({ level: 'warn' }, pino.destination(2)),
  },
).then(({ url }) => process.send!({ url }));
