// Whether the layer's answer is the one database's: equal data, errors equal in path and code; the first difference in words.
import type { GraphQLFormattedError } from 'graphql';
import { STRANGER } from './world-rows';
import type { Layered } from './world';
import type { LayerResult } from '../../../gateway/sharding/sharding-layer';

/** Neither side may fail by itself, and no drawn operation may be invalid. */
const NEVER = new Set([
  'INTERNAL',
  'INTERNAL_SERVER_ERROR',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'BAD_USER_INPUT',
  'SHARD_PROTOCOL',
  'HOME_UNAVAILABLE',
]);

/** Null when the answers are equal. `strangerAsked`: a list was asked for a home that no shard list names. */
export function differenceOf(layered: Layered, whole: LayerResult, strangerAsked: boolean): string | null {
  const broken = [...(layered.errors ?? []), ...(whole.errors ?? [])].find(({ extensions }) =>
    NEVER.has(String(extensions?.code ?? 'BAD_USER_INPUT')),
  );
  if (broken) return `An error that nobody may give: ${JSON.stringify(broken)}`;
  return (
    dataDifference(layered.data, whole.data) ??
    errorDifference(layered.errors, whole.errors) ??
    homesDifference(layered, strangerAsked)
  );
}

function dataDifference(layered: unknown, whole: unknown): string | null {
  if (JSON.stringify(layered) === JSON.stringify(whole)) return null;
  const [place, a, b] = firstDifference(layered, whole, 'data') ?? [
    'data',
    'the same in another order',
    'the same',
  ];
  return `${place}: the layer says ${short(a)}, the one database ${short(b)}`;
}

function firstDifference(a: unknown, b: unknown, place: string): [string, unknown, unknown] | null {
  if (
    typeof a !== 'object' ||
    typeof b !== 'object' ||
    a === null ||
    b === null ||
    Array.isArray(a) !== Array.isArray(b)
  )
    return a === b ? null : [place, a, b];
  if (Array.isArray(a) && a.length !== (b as unknown[]).length) return [`${place}.length`, a, b];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      `${place}.${key}`,
    );
    if (found) return found;
  }
  return null;
}

function errorDifference(
  layered: readonly GraphQLFormattedError[] = [],
  whole: readonly GraphQLFormattedError[] = [],
): string | null {
  const [a, b] = [firstOfEach(layered), firstOfEach(whole)];
  return JSON.stringify(a) === JSON.stringify(b)
    ? null
    : `errors: the layer says ${short(a)}, the one database ${short(b)}`;
}

/** The layer tells the same fault of the same field once, at its first place; a shard tells it of every row. */
function firstOfEach(errors: readonly GraphQLFormattedError[]): string[] {
  const first = new Map<string, readonly (string | number)[]>();
  for (const { path = [], extensions } of errors) {
    const key = `${String(extensions?.code)} ${path.filter((step) => typeof step === 'string').join('.')}`;
    const other = first.get(key);
    if (!other || isBefore(path, other)) first.set(key, path);
  }
  return [...first].map(([key, path]) => `${key.split(' ')[0]} ${path.join('.')}`).sort();
}

function isBefore(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  const at = a.findIndex((step, i) => step !== b[i]);
  return at >= 0 && Number(a[at]) < Number(b[at]);
}

/** Every home of the list is up, so none may be missing; and a made-up one in an id is no home. */
function homesDifference({ homes }: Layered, strangerAsked: boolean): string | null {
  const missing = homes.missing.filter(
    ({ home, reason }) => !(strangerAsked && home === STRANGER && reason === 'NOT_JOINED'),
  );
  return missing.length === 0
    ? null
    : `extensions.homes: missing ${short(missing)}, though every shard is up`;
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
