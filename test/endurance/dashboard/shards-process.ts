// All shards in a process of their own: told how many organizations there shall be, it tells where the shards listen.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationRows } from '../../../subgraphs/demonstration/demonstration-rows';
import { SHARDS } from '../../../subgraphs/demonstration/topology';
import { dayAt } from '../../../subgraphs/kit/clock';
import { listed, runDemonstration } from '../../kit/run-demonstration';
import { withMadeUpOrganizations } from './made-up-organizations';
import { tellCpu } from './tell-cpu';

export type ShardsOrder = 'demonstration' | 'with made-up organizations';

export interface ShardsReport {
  listPath: string;
  shards: number;
  rows: number;
}

process.once('message', (order: ShardsOrder) => void start(order));

async function start(order: ShardsOrder): Promise<void> {
  const today = dayAt(new Date());
  const { shards, rows } =
    order === 'demonstration'
      ? { shards: SHARDS, rows: demonstrationRows(today) }
      : withMadeUpOrganizations(today);
  const running = await runDemonstration({ shards, rows });
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-measure-'));
  const listPath = join(folder, 'shards.json');
  const list = shards.map((shard) => listed(shard, running.shards.get(shard.name)!));
  writeFileSync(listPath, JSON.stringify({ version: 1, shards: list, notJoined: [] }));
  process.once('disconnect', () => {
    rmSync(folder, { recursive: true, force: true });
    void running.stop().then(() => process.exit(0));
  });
  tellCpu();
  process.send!({ listPath, shards: shards.length, rows: rows.length } satisfies ShardsReport);
}
