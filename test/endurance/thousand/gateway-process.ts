// A gateway that follows the registry; tells its heap when it is asked.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { DEFAULTS } from '../../../gateway/config';
import { createGateway } from '../../../gateway/main';
import { SMALL_PARTS, STREET_TOKEN } from '../../registry/kit/small-parts';
import { tellHeap } from './tell-heap';

const [registryUrl] = process.argv.slice(2) as [string];
const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-thousand-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
tellHeap();

void createGateway(
  {
    ...DEFAULTS,
    port: 0,
    registryUrl,
    registryToken: STREET_TOKEN,
    graphPath: path.join(folder, 'graph.json'),
  },
  {
    contracts: SMALL_PARTS.contracts,
    operations: [],
    log: pino({ level: 'warn' }, pino.destination(2)),
  },
).then(({ url }) => process.send!({ url }));
