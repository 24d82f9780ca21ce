// Two owners as processes of their own, each with a database and an outbox, behind two gateways: what is killed again and again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { community } from '../../../subgraphs/community/program';
import { loadRows, type LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { openProgramDatabase } from '../../../subgraphs/kit/start-shard';
import { OUTBOX_SCOPE } from '../../../subgraphs/kit/workflow/actor';
import type { TestDatabase } from '../../kit/test-databases';
import { NOW, officeOf } from './acting-shard';
import { prepareGateways, type OpenGateways } from './gateways';
import { freePort, startKilledOwner, type KilledOwner } from './killed-owner';

export interface KilledGround {
  gateways: OpenGateways;
  owners: KilledOwner[];
  /** By home. */
  databases: Record<string, DataSource>;
  close: () => Promise<void>;
}

const CONTRACTS = ['conference', 'cobuilding', 'sharing'];

/** One owner for each home, with the home's rows. */
export async function openKilledGround(
  testDatabase: TestDatabase,
  rowsOf: Record<string, LoadableRow[]>,
): Promise<KilledGround> {
  const homes = Object.keys(rowsOf);
  const { gatewayKeys, open } = prepareGateways(2);
  const ports = await Promise.all(homes.map(freePort));
  const gateways = await open(
    homes.map((home, i) => ({
      name: home,
      url: `http://127.0.0.1:${ports[i]}`,
      contracts: CONTRACTS,
      homes: [home],
    })),
  );
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-killed-'));
  const tokensPath = join(folder, 'outbox-tokens.json');
  const tokens = await Promise.all(
    homes.map(async (home) => [
      home,
      await gateways.tokenFor({ ...officeOf(home, [OUTBOX_SCOPE]), kind: 'service' }),
    ]),
  );
  writeFileSync(tokensPath, JSON.stringify(Object.fromEntries(tokens)));
  const created = await Promise.all(homes.map(() => testDatabase.create()));
  const databases: Record<string, DataSource> = {};
  const owners: KilledOwner[] = [];
  const clock = { now: NOW.toISOString(), startedAt: Date.now() };
  for (const [i, home] of homes.entries()) {
    const databaseUrl = created[i]!.url;
    databases[home] = await openProgramDatabase(community, databaseUrl);
    await loadRows(databases[home], rowsOf[home]!, [home], clock.now);
    const outbox = { graphUrl: `${gateways.urls[i % gateways.urls.length]}/graphql`, tokensPath };
    owners.push(
      await startKilledOwner({ shard: home, databaseUrl, port: ports[i]!, gatewayKeys, outbox, ...clock }),
    );
  }
  const close = async () => {
    for (const owner of owners) await owner.stop();
    await gateways.stop();
    for (const database of Object.values(databases)) await database.destroy();
    for (const { drop } of created) await drop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { gateways, owners, databases, close };
}
