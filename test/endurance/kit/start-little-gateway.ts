// The gateway in this process over the little graph's subgraphs in another, with the settings of a program that is started.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { DEFAULTS, type GatewayConfig } from '../../../gateway/config';
import { createGateway } from '../../../gateway/main';
import { CONTRACTS } from '../../gateway/kit/little-graph';
import type { SubgraphOrder } from './subgraph-process';

export interface LittleGateway {
  url: string;
  /** Lets a subgraph answer nothing from now on, or again. */
  hang(contract: string | undefined): void;
  stop(): Promise<void>;
}

export async function startLittleGateway(settings: Partial<GatewayConfig> = {}): Promise<LittleGateway> {
  const child = fork(path.join(__dirname, 'subgraph-process.ts'), { execArgv: ['-r', '@swc-node/register'] });
  const [urls] = (await once(child, 'message')) as [Record<string, string>];
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-endurance-'));
  const shardListPath = path.join(folder, 'shards.json');
  const shards = Object.entries(urls).map(([name, url]) => ({
    name,
    url,
    contracts: [name],
    homes: [`${name}-home`],
  }));
  writeFileSync(shardListPath, JSON.stringify({ version: 1, shards, notJoined: [] }));
  const gateway = await createGateway(
    { ...DEFAULTS, port: 0, shardListPath, ...settings },
    { contracts: CONTRACTS, operations: [], log: pino({ level: 'silent' }) },
  );
  return {
    url: `${gateway.url}/graphql`,
    hang: (contract) => void child.send({ hang: contract } satisfies SubgraphOrder),
    async stop() {
      await gateway.stop();
      child.disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
