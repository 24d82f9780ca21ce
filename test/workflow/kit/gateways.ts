// Gateways with keys of their own over the same shards, asked one after the other with real tokens of the demonstration's issuer.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { DEFAULTS } from '../../../gateway/config';
import { createDemonstrationTokens } from '../../../gateway/identity/demonstration-tokens';
import { createGateway, type Gateway } from '../../../gateway/main';
import type { ShardList } from '../../../gateway/sharding/shard-list';
import type { Actor } from '../../../subgraphs/kit/workflow/actor';
import type { Answer } from '../../kit/open-shard';
import { ask } from '../../kit/run-demonstration';

export interface OpenGateways {
  urls: string[];
  tokenFor: (actor: Actor) => Promise<string>;
  /** Each call asks the next gateway in turn. */
  ask: (actor: Actor | null, query: string, variables?: object) => Promise<Answer>;
  askAt: (gateway: number, actor: Actor | null, query: string, variables?: object) => Promise<Answer>;
  stop: () => Promise<void>;
}

export interface PreparedGateways {
  /** Files of their public keys, for shards. */
  gatewayKeys: string[];
  open: (shards: ShardList['shards']) => Promise<OpenGateways>;
}

/** Keys come first, so that shards can be started that take nothing but what they sign. */
export function prepareGateways(count: number): PreparedGateways {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-gateways-'));
  const keyPaths = Array.from({ length: count }, (_, i) => writeKey(folder, i));
  return { gatewayKeys: keyPaths.map((path) => `${path}.json`), open };

  async function open(shards: ShardList['shards']): Promise<OpenGateways> {
    const tokens = await createDemonstrationTokens();
    const [shardListPath, demonstrationIssuerPath] = [
      join(folder, 'shards.json'),
      join(folder, 'issuer.json'),
    ];
    writeFileSync(shardListPath, JSON.stringify({ version: 1, shards, notJoined: [] }));
    writeFileSync(demonstrationIssuerPath, JSON.stringify(tokens.keys));
    const config = { ...DEFAULTS, port: 0, shardListPath, demonstrationIssuerPath, planningBudgetMs: 30_000 };
    const gateways: Gateway[] = [];
    for (const actorKeyPath of keyPaths)
      gateways.push(await createGateway({ ...config, actorKeyPath }, { log: pino({ level: 'silent' }) }));
    const known = new Map<string, Promise<string>>();
    const tokenFor = (actor: Actor) => {
      const name = JSON.stringify(actor);
      if (!known.has(name)) known.set(name, tokens.tokenFor(actor));
      return known.get(name)!;
    };
    const askAt: OpenGateways['askAt'] = async (gateway, actor, query, variables) => {
      const authorization = actor ? `Bearer ${await tokenFor(actor)}` : undefined;
      return (await ask(
        gateways[gateway]!.url,
        query,
        variables as Record<string, unknown>,
        authorization,
      )) as Answer;
    };
    let asked = 0;
    return {
      urls: gateways.map(({ url }) => url),
      tokenFor,
      askAt,
      ask: (...question) => askAt(asked++ % count, ...question),
      stop: async () => {
        for (const gateway of gateways) await gateway.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
}

/** A private key, and beside it the set of its public one. */
function writeKey(folder: string, i: number): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const path = join(folder, `gateway-${i}.pem`);
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(
    `${path}.json`,
    JSON.stringify({ keys: [createPublicKey(privateKey).export({ format: 'jwk' })] }),
  );
  return path;
}
