// The settings of a subgraph program, read from its environment.
import { isIP } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from './contract-files';

export interface ShardConfig {
  /** The shard's name in the log and the default file name of its database. */
  shard: string;
  host: string;
  port: number;
  databaseUrl: string;
  /** Addresses and files of the public keys of the gateways that may ask. */
  gatewayKeys: string[];
  /** Those of whoever may examine this shard: the registry's, and people's own for shard:check. */
  examinerKeys: string[];
  /** Those of whoever may move homes from and to this shard: the registry's. */
  moverKeys: string[];
  /** Whether a request without a gateway's signature is refused. */
  requireSignature: boolean;
  /** Where the outbox delivers and with which tokens; null while nothing is delivered. */
  outbox: { graphUrl: string; tokensPath: string } | null;
}

/** Throws a sentence for a setting that cannot be used. */
export function readShardConfig(program: string, environment: NodeJS.ProcessEnv = process.env): ShardConfig {
  const shard = environment.LIANXI_SHARD ?? program;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(shard)) throw new Error(`LIANXI_SHARD is ${JSON.stringify(shard)}; expected lower-case letters, digits and hyphens, e.g. dongguan`);
  const folder = environment.LIANXI_DATA ?? join(projectRoot(), 'data');
  return {
    shard,
    host: readHost(environment.HOST ?? '127.0.0.1'),
    port: readPort(environment.PORT || '4001'),
    databaseUrl: environment.DATABASE_URL ?? `file:${join(folder, `${shard}.sqlite`)}`,
    ...readSignatureTerms(environment),
    outbox: readOutbox(environment),
  };
}

function readOutbox({ LIANXI_GRAPH_URL: graphUrl, LIANXI_OUTBOX_TOKENS: tokensPath }: NodeJS.ProcessEnv): ShardConfig['outbox'] {
  if (!graphUrl && !tokensPath) return null;
  if (!graphUrl || !tokensPath)
    throw new Error(
      'LIANXI_GRAPH_URL and LIANXI_OUTBOX_TOKENS belong together: the address of the graph, e.g. http://127.0.0.1:4000/graphql, and a JSON file of service tokens by home',
    );
  if (!URL.canParse(graphUrl) || !/^https?:/.test(graphUrl)) throw new Error(`LIANXI_GRAPH_URL is ${JSON.stringify(graphUrl)}; expected an address, e.g. http://127.0.0.1:4000/graphql`);
  return { graphUrl, tokensPath };
}

function readSources(text = ''): string[] {
  return text.split(',').map((each) => each.trim()).filter((each) => each !== '');
}

function readSignatureTerms(environment: NodeJS.ProcessEnv): Pick<ShardConfig, 'gatewayKeys' | 'examinerKeys' | 'moverKeys' | 'requireSignature'> {
  const gatewayKeys = readSources(environment.LIANXI_GATEWAY_KEYS);
  const examinerKeys = readSources(environment.LIANXI_EXAMINER_KEYS);
  const moverKeys = readSources(environment.LIANXI_MOVER_KEYS);
  const said = environment.LIANXI_REQUIRE_SIGNATURE || 'on';
  if (!/^(?:on|off)$/.test(said)) throw new Error(`LIANXI_REQUIRE_SIGNATURE is ${JSON.stringify(said)}; expected "on" or "off"`);
  const requireSignature = said === 'on';
  if (requireSignature && gatewayKeys.length === 0)
    throw new Error(
      'LIANXI_GATEWAY_KEYS is not set, so nobody could ask this shard: set it to the address of the gateway’s keys, e.g. http://127.0.0.1:4000/.well-known/lianxi-keys (or, to try it out without a gateway, LIANXI_REQUIRE_SIGNATURE=off)',
    );
  return { gatewayKeys, examinerKeys, moverKeys, requireSignature };
}

function readHost(host: string): string {
  if (isIP(host) || /^[a-z0-9.-]+$/i.test(host)) return host;
  throw new Error(`HOST is ${JSON.stringify(host)}; expected an address or a host name, e.g. 127.0.0.1`);
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new Error(`PORT is ${JSON.stringify(text)}; expected a whole number from 0 to 65535`);
}
