// The settings of the gateway: the only file of the gateway that reads the environment.
import type { KeyObject } from 'node:crypto';
import path from 'node:path';
import { DOCUMENT_BOUNDS, type DocumentBounds } from './guard/document-bounds';
import { VARIABLE_BOUNDS, type VariableBounds } from './guard/variable-bounds';
import type { OidcSettings } from './identity/token-issuer';
import { readPublicKey } from './supergraph/artifact-signature';

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
  /** What reading and planning one unknown operation may take: milliseconds, and MiB of the planning thread's heap. */
  planningBudgetMs: number;
  planningMemoryMb: number;
  /** Origins whose pages may read answers, e.g. `https://app.example.org`. */
  corsOrigins: string[];
  /** Whether `__schema` and `__type` are answered. */
  introspection: boolean;
  /** Whether the dashboard is served. */
  dashboard: boolean;
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

type Environment = Record<string, string | undefined>;

export const DEFAULTS: GatewayConfig = {
  host: '127.0.0.1',
  port: 4000,
  shardListPath: 'data/shards.json',
  requestDeadlineMs: 15_000,
  fetchDeadlineMs: 5_000,
  bodyLimit: 1024 * 1024,
  documentBounds: DOCUMENT_BOUNDS,
  variableBounds: VARIABLE_BOUNDS,
  planningBudgetMs: 2_000,
  planningMemoryMb: 512,
  corsOrigins: [],
  introspection: false,
  dashboard: true,
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
    documentBounds: readBounds(setting, DOCUMENT_BOUND_SETTINGS, DEFAULTS.documentBounds),
    variableBounds: readBounds(setting, VARIABLE_BOUND_SETTINGS, DEFAULTS.variableBounds),
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

function readOidc(setting: SettingReader, faults: string[]): OidcSettings | undefined {
  const issuer = setting('LIANXI_OIDC_ISSUER', '', readAddress);
  if (!issuer) return undefined;
  const word = (name: string, usual: string) => setting(name, usual, (text) => text);
  const audience = word('LIANXI_OIDC_AUDIENCE', '');
  if (!audience) faults.push(OIDC_NEEDS_AUDIENCE);
  return {
    issuer,
    audience,
    algorithms: setting('LIANXI_OIDC_ALGORITHMS', ALGORITHMS, readAlgorithms),
    claims: {
      office: word('LIANXI_OIDC_OFFICE_CLAIM', 'office'),
      organization: word('LIANXI_OIDC_ORGANIZATION_CLAIM', 'organization'),
      kind: word('LIANXI_OIDC_KIND_CLAIM', 'kind'),
      scopes: word('LIANXI_OIDC_SCOPE_CLAIM', 'scope'),
    },
  };
}

function readBounds<Bounds extends object>(
  setting: SettingReader,
  names: Record<keyof Bounds, string>,
  defaults: Bounds,
): Bounds {
  const entries = Object.entries(names as Record<string, string>).map(([bound, name]) => [
    bound,
    setting(name, defaults[bound as keyof Bounds] as number, wholeNumber(1, 100_000_000)),
  ]);
  return Object.fromEntries(entries) as Bounds;
}

const DOCUMENT_BOUND_SETTINGS: Record<keyof DocumentBounds, string> = {
  characters: 'LIANXI_MAX_CHARACTERS',
  tokens: 'LIANXI_MAX_TOKENS',
  nesting: 'LIANXI_MAX_NESTING',
  definitions: 'LIANXI_MAX_DEFINITIONS',
  depth: 'LIANXI_MAX_DEPTH',
  fields: 'LIANXI_MAX_FIELDS',
  rootFields: 'LIANXI_MAX_ROOT_FIELDS',
  aliases: 'LIANXI_MAX_ALIASES',
  directives: 'LIANXI_MAX_DIRECTIVES',
  repeats: 'LIANXI_MAX_REPEATS',
};

const VARIABLE_BOUND_SETTINGS: Record<keyof VariableBounds, string> = {
  variables: 'LIANXI_MAX_VARIABLES',
  names: 'LIANXI_MAX_BODY_NAMES',
  values: 'LIANXI_MAX_VARIABLE_VALUES',
  valueDepth: 'LIANXI_MAX_VARIABLE_DEPTH',
};

const SANDBOX_IS_BLIND =
  'LIANXI_SANDBOX is on, but Apollo Sandbox reads the types by introspection: set LIANXI_INTROSPECTION to "on" too.';

const OIDC_NEEDS_AUDIENCE =
  'LIANXI_OIDC_ISSUER is set, but LIANXI_OIDC_AUDIENCE is not: set it to what the provider writes into "aud" of tokens that are for this gateway.';

/** Whoever knows a public key could sign with HS…; those are not among them. */
const ALGORITHMS = ['EdDSA', 'ES256', 'PS256', 'RS256'];
const ALL_ALGORITHMS = /^(?:EdDSA|Ed25519|(?:ES|PS|RS)(?:256|384|512))$/;

function readAlgorithms(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => ALL_ALGORITHMS.test(name))) return names;
  throw new Expected('asymmetric algorithms separated by commas, such as RS256,EdDSA');
}

/** @apollo/gateway reports to Apollo unless this is set before it is constructed. */
export function disableApolloTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
}

type SettingReader = ReturnType<typeof settingReader>;

/** What a setting should be, for the sentence; thrown by a reader and caught by `settingReader`. */
class Expected extends Error {}

/** An absent or blank setting takes its default. */
function settingReader(environment: Environment, faults: string[]) {
  return function setting<Value>(name: string, fallback: Value, read: (text: string) => Value): Value {
    const text = environment[name]?.trim();
    if (!text) return fallback;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof Expected)) throw error;
      faults.push(`${name} is ${JSON.stringify(text)}, but must be ${error.message}.`);
      return fallback;
    }
  };
}

function wholeNumber(min: number, max: number) {
  return function readWholeNumber(text: string): number {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : NaN;
    if (!(value >= min && value <= max)) throw new Expected(`a whole number from ${min} to ${max}`);
    return value;
  };
}

function readSwitch(text: string): boolean {
  if (/^(1|on|true|yes)$/i.test(text)) return true;
  if (/^(0|off|false|no)$/i.test(text)) return false;
  throw new Expected('"on" or "off"');
}

function oneOf<Value extends string>(values: readonly Value[]) {
  return function readOneOf(text: string): Value {
    const found = values.find((value) => value === text);
    if (found === undefined) throw new Expected(`one of ${values.map((value) => `"${value}"`).join(', ')}`);
    return found;
  };
}

function readHost(text: string): string {
  if (!/^[A-Za-z0-9.:_-]+$/.test(text)) throw new Expected('a host name or an IP address, such as 127.0.0.1');
  return text;
}

function readAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash;
  if (!isPlain) throw new Expected('an http(s) address without credentials, query or fragment');
  return text.replace(/\/+$/, '');
}

function readKey(text: string): KeyObject {
  const key = readPublicKey(text);
  if (!key)
    throw new Expected(
      'the Ed25519 key that GET /supergraph/key of the registry answers, in one line or as PEM',
    );
  return key;
}

function readOrigins(text: string): string[] {
  return text
    .split(',')
    .map((part) => readOrigin(part.trim()))
    .filter((origin) => origin !== '');
}

function readOrigin(text: string): string {
  if (text === '') return '';
  if (URL.canParse(text) && /^https?:\/\//.test(text) && new URL(text).origin === text) return text;
  throw new Expected('origins separated by commas, such as https://app.example.org (no path, no *)');
}
