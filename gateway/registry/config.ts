// The settings of the registry: the only file of the registry that reads the environment.
import path from 'node:path';
import { parseId } from '../../schema/id';

export interface RegistryConfig {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** `file:<path>` for SQLite, `mysql://user:password@host:port/database` for MySQL or MariaDB. */
  databaseUrl: string;
  /** The home of the street's office: it owns the contracts and decides who may join. */
  street: string;
  /** A token of the street for programs that start the registry; without it one is made and shown once. */
  streetToken?: string;
  /** Shards of the first version, from a file like the gateway's list; the street owns them. */
  seedShardListPath?: string;
  /** Shards and subgraphs on this machine itself, until the street sets the networks: its other services may trust whoever is on it. */
  loopback: boolean;
  /** What one check may take: milliseconds, and MiB of the checking thread's heap. */
  checkBudgetMs: number;
  checkMemoryMb: number;
  /** Where other routers reach the gateway, which makes each sharded contract an ordinary subgraph. */
  gatewayUrl: string;
  /** The file of the key that the graph is signed with; made at the first start. */
  signingKeyPath: string;
  /** The file of the key by which shards know this registry when it examines them and moves homes; made at the first start. */
  shardKeyPath: string;
  /** How long a shard keeps the rows of a home that has moved, for requests under an older list: milliseconds. */
  moveSettleMs: number;
  /** Whether the graph is read without a token. */
  isOpen: boolean;
  /** Requests to join that one address may send. */
  joinsPerHour: number;
  requestDeadlineMs: number;
  bodyLimit: number;
  logLevel: string;
}

export type RegistryConfigReading = { ok: true; config: RegistryConfig } | { ok: false; faults: string[] };

type Environment = Record<string, string | undefined>;

export const REGISTRY_DEFAULTS: RegistryConfig = {
  host: '127.0.0.1',
  port: 4100,
  databaseUrl: 'file:data/registry.sqlite',
  street: 'demo-street',
  loopback: false,
  checkBudgetMs: 60_000,
  checkMemoryMb: 1_024,
  gatewayUrl: 'http://127.0.0.1:4000',
  signingKeyPath: 'data/registry-key.pem',
  shardKeyPath: 'data/registry-shard-key.pem',
  moveSettleMs: 120_000,
  isOpen: false,
  joinsPerHour: 20,
  requestDeadlineMs: 120_000,
  bodyLimit: 6 * 1024 * 1024,
  logLevel: 'info',
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Each fault is a sentence that names the setting, what it holds and what it should hold; secrets are not quoted. */
export function readRegistryConfig(environment: Environment = process.env): RegistryConfigReading {
  const faults: string[] = [];
  const given = (name: string) => environment[name]?.trim() || undefined;
  const number = (name: string, fallback: number, [min, max]: [number, number]) => {
    const text = given(name);
    if (text === undefined) return fallback;
    const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    faults.push(`${name} is ${JSON.stringify(text)}, but must be a whole number from ${min} to ${max}.`);
    return fallback;
  };
  const text = (name: string, fallback: string, [isRight, expected]: [(text: string) => boolean, string]) => {
    const found = given(name);
    if (found === undefined) return fallback;
    if (isRight(found)) return found;
    faults.push(`${name} is ${JSON.stringify(found)}, but must be ${expected}.`);
    return fallback;
  };
  const isOn = (name: string, fallback: boolean) =>
    text(name, fallback ? 'on' : 'off', [(it) => it === 'on' || it === 'off', '"on" or "off"']) === 'on';
  const defaults = REGISTRY_DEFAULTS;
  const seedShards = given('LIANXI_REGISTRY_SEED_SHARDS');
  const config: RegistryConfig = {
    host: text('HOST', defaults.host, [
      (it) => /^[A-Za-z0-9.:_-]+$/.test(it),
      'a host name or an IP address, such as 127.0.0.1',
    ]),
    port: number('REGISTRY_PORT', defaults.port, [0, 65_535]),
    databaseUrl: readDatabaseUrl(given('DATABASE_URL'), faults),
    street: text('LIANXI_STREET', defaults.street, [
      isHome,
      'the id of an organization, such as demo-street',
    ]),
    streetToken: given('LIANXI_STREET_TOKEN'),
    seedShardListPath: seedShards && path.resolve(seedShards),
    loopback: isOn('LIANXI_REGISTRY_LOOPBACK', defaults.loopback),
    checkBudgetMs: number('LIANXI_CHECK_BUDGET_MS', defaults.checkBudgetMs, [1_000, 600_000]),
    checkMemoryMb: number('LIANXI_CHECK_MEMORY_MB', defaults.checkMemoryMb, [128, 16_384]),
    gatewayUrl: text('LIANXI_GATEWAY_URL', defaults.gatewayUrl, [
      isAddress,
      'an http(s) address, such as http://127.0.0.1:4000',
    ]).replace(/\/+$/, ''),
    signingKeyPath: path.resolve(given('LIANXI_SIGNING_KEY') ?? defaults.signingKeyPath),
    shardKeyPath: path.resolve(given('LIANXI_SHARD_KEY') ?? defaults.shardKeyPath),
    moveSettleMs: number('LIANXI_MOVE_SETTLE_MS', defaults.moveSettleMs, [0, 86_400_000]),
    isOpen: isOn('LIANXI_REGISTRY_OPEN', defaults.isOpen),
    joinsPerHour: number('LIANXI_JOINS_PER_HOUR', defaults.joinsPerHour, [1, 100_000]),
    requestDeadlineMs: number('LIANXI_REGISTRY_DEADLINE_MS', defaults.requestDeadlineMs, [1_000, 600_000]),
    bodyLimit: number('LIANXI_REGISTRY_BODY_LIMIT', defaults.bodyLimit, [10_000, 100_000_000]),
    logLevel: text('LIANXI_LOG_LEVEL', defaults.logLevel, [
      (it) => LOG_LEVELS.includes(it),
      `one of ${LOG_LEVELS.join(', ')}`,
    ]),
  };
  return faults.length === 0 ? { ok: true, config } : { ok: false, faults };
}

function isHome(text: string): boolean {
  const id = parseId(text);
  return id !== null && id.kind === undefined;
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//.test(text);
}

/** The address may hold a password, so the fault does not quote it. */
function readDatabaseUrl(url: string | undefined, faults: string[]): string {
  if (url === undefined || /^file:.+/.test(url) || /^mysql:\/\/.+\/.+/.test(url))
    return url ?? REGISTRY_DEFAULTS.databaseUrl;
  faults.push(
    'DATABASE_URL must be file:<path> for SQLite, or mysql://user:password@host:3306/database for MySQL or MariaDB.',
  );
  return REGISTRY_DEFAULTS.databaseUrl;
}
