// A registry with the real contracts, a gateway that follows it, and shards that answer only what these have signed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { DEFAULTS, type GatewayConfig } from '../../../gateway/config';
import { createGateway, type Gateway } from '../../../gateway/main';
import type { RegistryConfig } from '../../../gateway/registry/config';
import { readContractFiles } from '../../../gateway/supergraph/contract-file';
import { loadRows, type LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { openMoverProof, openProof, type ProofTerms } from '../../../subgraphs/kit/identity/open-proof';
import { startShard, type Program, type RunningShard } from '../../../subgraphs/kit/start-shard';
import { unit } from '../../../subgraphs/unit/program';
import { type CreatedDatabase, sqlite, type TestDatabase } from '../../kit/test-databases';
import {
  APPROVE,
  JOIN,
  openRegistry,
  type OpenRegistry,
  sharedChecker,
} from '../../registry/kit/open-registry';
import { STREET_TOKEN } from '../../registry/kit/small-parts';
import { type OnStep, watchSteps } from '../../registry/kit/watch-steps';

export interface OpenStreet {
  registry: OpenRegistry;
  gateway: Gateway;
  /** File of the key by which shards know the gateway, and others like it. */
  actorKeyPath: string;
  /** A folder that is gone after the test. */
  folder: string;
  /** An organization that asked and was let in; its token. */
  admit(home: string): Promise<string>;
  openShard(name: string, given?: GivenShard): Promise<RunningShard>;
  /** What the shards logged. */
  faults: unknown[];
  close(): Promise<void>;
}

export interface GivenShard {
  program?: Program;
  rows?: LoadableRow[];
  homes?: string[];
  /** Whom it trusts beside the gateway. */
  trusts?: Partial<ProofTerms>;
  /** Told of each step of a move before it is taken. */
  onStep?: OnStep;
}

export interface StreetOptions {
  database?: TestDatabase;
  gateway?: Partial<GatewayConfig>;
  registry?: Partial<RegistryConfig>;
}

export async function openStreet({
  database = sqlite,
  gateway: gatewayConfig,
  registry: registryConfig,
}: StreetOptions = {}): Promise<OpenStreet> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-street-'));
  const checker = sharedChecker();
  const databases: CreatedDatabase[] = [];
  const shards: RunningShard[] = [];
  const faults: unknown[] = [];
  const created = async () => {
    const one = await database.create();
    databases.push(one);
    return one;
  };
  const registry = await openRegistry(
    await created(),
    { checker, contracts: readContractFiles(), operations: [] },
    registryConfig,
  );
  const actorKeyPath = join(folder, 'gateway-key.pem');
  const gateway = await createGateway(
    {
      ...DEFAULTS,
      port: 0,
      logLevel: 'silent',
      registryUrl: registry.url,
      registryToken: STREET_TOKEN,
      graphPath: join(folder, 'graph.json'),
      actorKeyPath,
      planningBudgetMs: 30_000,
      ...gatewayConfig,
    },
    { operations: [], log: pino({ level: 'silent' }) },
  );
  return {
    registry,
    gateway,
    actorKeyPath,
    folder,
    faults,
    async admit(home) {
      const asked = { home, name: home, contracts: ['sharing'] };
      const { join: joining } = (await registry.ask(JOIN, asked, null)).data;
      await registry.ask(APPROVE, { id: joining.proposal, reason: 'known' });
      return joining.secret as string;
    },
    async openShard(name, { program = unit, rows = [], homes = [], trusts, onStep } = {}) {
      const gatewayKeys = [`${gateway.url}/.well-known/lianxi-keys`];
      const keys = [`${registry.url}/.well-known/lianxi-keys`];
      const terms = {
        shard: name,
        gatewayKeys,
        examinerKeys: keys,
        moverKeys: keys,
        requireSignature: true,
        ...trusts,
      };
      const shard = await startShard(program, {
        databaseUrl: (await created()).url,
        host: '127.0.0.1',
        port: 0,
        log: (fault) => faults.push(fault),
        proveAsker: openProof(terms, () => undefined),
        proveMover: watchSteps(
          openMoverProof(terms, () => undefined),
          onStep,
        ),
      });
      shards.push(shard);
      await loadRows(shard.database, rows, homes, new Date().toISOString());
      return shard;
    },
    async close() {
      await gateway.stop();
      for (const shard of shards) await shard.stop();
      await registry.close();
      await checker.stop();
      for (const each of databases) await each.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
