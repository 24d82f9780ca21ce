// The settings of the gateway: the only file of the gateway that reads the environment.
import type { KeyObject } from 'node:crypto';
import path from 'node:path';
import {
  readDocumentBounds,
  readEndpointBounds,
  readTransportBounds,
  readVariableBounds,
} from './config/read-bounds';
import { readOidc } from './config/read-oidc';
import {
  type Environment,
  oneOf,
  readAddress,
  readHost,
  readKey,
  readOrigins,
  readSwitch,
  settingReader,
  wholeNumber,
} from './config/setting-readers';
import { DOCUMENT_BOUNDS, type DocumentBounds } from './guard/document-bounds';
import { VARIABLE_BOUNDS, type VariableBounds } from './guard/variable-bounds';
import { ENDPOINT_BOUNDS, type EndpointBounds } from './sharding/endpoint-bounds';
import { TRANSPORT_BOUNDS, type TransportBounds } from './sharding/http-transport';
import type { OidcSettings } from './identity/token-issuer';

export interface GatewayConfig {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** The watched list of shards. */
  shardListPath: string;
  /** Longest time that one request may take, in milliseconds. */
  requestDeadlineMs: number;
  /** Longest time that one fetch from a subgraph or shard may take, in milliseconds. */
  fetchDeadlineMs: number;
  /** Largest request body, in bytes. */
  bodyLimit: number;
  /** How large one operation may be. */
  documentBounds: DocumentBounds;
  variableBounds: VariableBounds;
  /** How many requests shards are sent at a time, and how many may wait. */
  transportBounds: TransportBounds;
  /** How long the answer of a shard or subgraph may be, and after which failures it is left alone. */
  endpointBounds: EndpointBounds;
  /** What reading and planning one unknown operation may take: milliseconds, and MiB of the planning thread's heap. */
  planningBudgetMs: number;
  planningMemoryMb: number;
  /** Origins whose pages may read answers, e.g. `https://app.example.org`. */
  corsOrigins: string[];
  /** Whether `__schema` and `__type` are answered. */
  introspection: boolean;
  /** Whether the dashboard is served. */
  dashboard: boolean;
  /** Whether lists are imported, exported and their page is served. */
  lists: boolean;
  /** Whether developers may look around with a browser: the explorer and its map, and with it Apollo Sandbox. */
  explorer: boolean;
  /** Whether a browser is shown Apollo Sandbox first, which loads from Apollo's CDN and needs introspection. */
  sandbox: boolean;
  /** Which engine runs plans: ours, or @apollo/gateway's, by which ours is checked. */
  executor: (typeof EXECUTORS)[number];
  /** Whether operations that are known already are answered without Apollo Server's pipeline. */
  direct: boolean;
  /** Whether equal queries that are under way at the same moment are run once; on the direct way only. */
  shareInFlight: boolean;
  logLevel: LogLevel;
  /** The registry that is followed; without one, the contracts and the file of the shard list are the graph. */
  registryUrl?: string;
  /** What its answers must be signed with, as PEM; without it they are not checked. */
  registryKey?: KeyObject;
  /** Bearer token that it is asked with. */
  registryToken?: string;
  /** Longest time between two looks at it while its push is silent, in milliseconds. */
  registryPollMs: number;
  /** Shards to ask until the registry gives its first graph; without it, none. */
  firstShardListPath?: string;
  /** Where the last good graph is kept. */
  graphPath: string;
  /** A file with what third parties' subgraphs are shown. */
  subgraphCredentialsPath?: string;
  /** Whose tokens say who asks; without a provider nobody can sign in. */
  oidc?: OidcSettings;
  /** The public keys of the demonstration's own issuer of tokens. */
  demonstrationIssuerPath?: string;
  /** The private key by which shards know this gateway, as PEM; without one it is made anew at each start. */
  actorKeyPath?: string;
}

export type ConfigReading = { ok: true; config: GatewayConfig } | { ok: false; faults: string[] };

const EXECUTORS = ['lianxi', 'apollo'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const DEFAULTS: GatewayConfig = {
  host: '127.0.0.1',
  port: 4000,
  shardListPath: 'data/shards.json',
  requestDeadlineMs: 15_000,
  fetchDeadlineMs: 5_000,
  bodyLimit: 1024 * 1024,
  documentBounds: DOCUMENT_BOUNDS,
  variableBounds: VARIABLE_BOUNDS,
  transportBounds: TRANSPORT_BOUNDS,
  endpointBounds: ENDPOINT_BOUNDS,
  planningBudgetMs: 2_000,
  planningMemoryMb: 512,
  corsOrigins: [],
  introspection: false,
  dashboard: true,
  lists: true,
  explorer: false,
  sandbox: false,
  executor: 'lianxi',
  direct: true,
  shareInFlight: false,
  logLevel: 'info',
  registryPollMs: 30_000,
  graphPath: 'data/graph.json',
};

/** Reads every setting; each fault is a sentence that names the setting, what it holds and what it should hold. */
export function readConfig(environment: Environment = process.env): ConfigReading {
  const faults: string[] = [];
  const setting = settingReader(environment, faults);
  const config: GatewayConfig = {
    host: setting('HOST', DEFAULTS.host, readHost),
    port: setting('PORT', DEFAULTS.port, wholeNumber(0, 65_535)),
    shardListPath: path.resolve(setting('LIANXI_SHARD_LIST', DEFAULTS.shardListPath, (text) => text)),
    requestDeadlineMs: setting(
      'LIANXI_REQUEST_DEADLINE_MS',
      DEFAULTS.requestDeadlineMs,
      wholeNumber(10, 600_000),
    ),
    fetchDeadlineMs: setting('LIANXI_FETCH_DEADLINE_MS', DEFAULTS.fetchDeadlineMs, wholeNumber(10, 600_000)),
    bodyLimit: setting('LIANXI_BODY_LIMIT', DEFAULTS.bodyLimit, wholeNumber(1_000, 100_000_000)),
    documentBounds: readDocumentBounds(setting),
    variableBounds: readVariableBounds(setting),
    transportBounds: readTransportBounds(setting),
    endpointBounds: readEndpointBounds(setting),
    planningBudgetMs: setting(
      'LIANXI_PLANNING_BUDGET_MS',
      DEFAULTS.planningBudgetMs,
      wholeNumber(50, 60_000),
    ),
    planningMemoryMb: setting(
      'LIANXI_PLANNING_MEMORY_MB',
      DEFAULTS.planningMemoryMb,
      wholeNumber(64, 16_384),
    ),
    corsOrigins: setting('LIANXI_CORS_ORIGINS', DEFAULTS.corsOrigins, readOrigins),
    introspection: setting('LIANXI_INTROSPECTION', DEFAULTS.introspection, readSwitch),
    dashboard: setting('LIANXI_DASHBOARD', DEFAULTS.dashboard, readSwitch),
    lists: setting('LIANXI_LISTS', DEFAULTS.lists, readSwitch),
    explorer: setting('LIANXI_EXPLORER', DEFAULTS.explorer, readSwitch),
    sandbox: setting('LIANXI_SANDBOX', DEFAULTS.sandbox, readSwitch),
    executor: setting('GATEWAY_EXECUTOR', DEFAULTS.executor, oneOf(EXECUTORS)),
    direct: setting('LIANXI_DIRECT', DEFAULTS.direct, readSwitch),
    shareInFlight: setting('LIANXI_SHARE_IN_FLIGHT', DEFAULTS.shareInFlight, readSwitch),
    logLevel: setting('LIANXI_LOG_LEVEL', DEFAULTS.logLevel, oneOf(LOG_LEVELS)),
    registryUrl: setting('LIANXI_REGISTRY_URL', DEFAULTS.registryUrl, readAddress),
    registryKey: setting('LIANXI_REGISTRY_KEY', DEFAULTS.registryKey, readKey),
    registryToken: setting('LIANXI_REGISTRY_TOKEN', DEFAULTS.registryToken, (text) => text),
    registryPollMs: setting('LIANXI_REGISTRY_POLL_MS', DEFAULTS.registryPollMs, wholeNumber(100, 3_600_000)),
    firstShardListPath: setting('LIANXI_SHARD_LIST', undefined, (text) => path.resolve(text)),
    graphPath: path.resolve(setting('LIANXI_GRAPH_FILE', DEFAULTS.graphPath, (text) => text)),
    subgraphCredentialsPath: setting('LIANXI_SUBGRAPH_CREDENTIALS', undefined, (text) => path.resolve(text)),
    oidc: readOidc(setting, faults),
    demonstrationIssuerPath: setting('LIANXI_DEMONSTRATION_ISSUER', undefined, (text) => path.resolve(text)),
    actorKeyPath: setting('LIANXI_ACTOR_KEY', undefined, (text) => path.resolve(text)),
  };
  if (config.sandbox && !config.introspection) faults.push(SANDBOX_IS_BLIND);
  return faults.length === 0 ? { ok: true, config } : { ok: false, faults };
}

const SANDBOX_IS_BLIND =
  'LIANXI_SANDBOX is on, but Apollo Sandbox reads the types by introspection: set LIANXI_INTROSPECTION to "on" too.';

/** @apollo/gateway reports to Apollo unless this is set before it is constructed. */
export function disableApolloTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
}
