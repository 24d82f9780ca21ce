// How large operations, variables and answers may be, how many requests shards are sent, and what failures are borne, as the settings say.
import { DOCUMENT_BOUNDS, type DocumentBounds } from '../guard/document-bounds';
import { VARIABLE_BOUNDS, type VariableBounds } from '../guard/variable-bounds';
import { ENDPOINT_BOUNDS, type EndpointBounds } from '../sharding/endpoint-bounds';
import { TRANSPORT_BOUNDS, type TransportBounds } from '../sharding/http-transport';
import { type SettingReader, wholeNumber } from './setting-readers';

export function readDocumentBounds(setting: SettingReader): DocumentBounds {
  return readBounds(setting, DOCUMENT_BOUND_SETTINGS, DOCUMENT_BOUNDS);
}

export function readVariableBounds(setting: SettingReader): VariableBounds {
  return readBounds(setting, VARIABLE_BOUND_SETTINGS, VARIABLE_BOUNDS);
}

export function readTransportBounds(setting: SettingReader): TransportBounds {
  return readBounds(setting, TRANSPORT_BOUND_SETTINGS, TRANSPORT_BOUNDS);
}

export function readEndpointBounds(setting: SettingReader): EndpointBounds {
  return readBounds(setting, ENDPOINT_BOUND_SETTINGS, ENDPOINT_BOUNDS);
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

const TRANSPORT_BOUND_SETTINGS: Record<keyof TransportBounds, string> = {
  concurrency: 'LIANXI_SHARD_REQUESTS',
  queue: 'LIANXI_SHARD_QUEUE',
  concurrencyInAll: 'LIANXI_ALL_SHARD_REQUESTS',
  queueInAll: 'LIANXI_ALL_SHARD_QUEUE',
};

const ENDPOINT_BOUND_SETTINGS: Record<keyof EndpointBounds, string> = {
  maxAnswer: 'LIANXI_ANSWER_LIMIT',
  breakerFailures: 'LIANXI_BREAKER_FAILURES',
  breakerPause: 'LIANXI_BREAKER_PAUSE_MS',
};

const VARIABLE_BOUND_SETTINGS: Record<keyof VariableBounds, string> = {
  variables: 'LIANXI_MAX_VARIABLES',
  names: 'LIANXI_MAX_BODY_NAMES',
  values: 'LIANXI_MAX_VARIABLE_VALUES',
  valueDepth: 'LIANXI_MAX_VARIABLE_DEPTH',
};
