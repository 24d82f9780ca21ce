// What an attempt is: a request that must be refused, how that is seen in the answer, and whether a shard was asked for it all the same.
import { SECRET } from './secret';
import type { Recorder } from './recorder';

/** Answers differ with their attempts. */
export interface Told {
  status: number;
  data: any;
  codes: string[];
}

/** `word`: what no shard may be asked; without it only what shards answer is watched. */
export type Attempt<Ground> = [
  name: string,
  make: (ground: Ground) => Promise<Told>,
  isRefused: (told: Told) => boolean,
  word?: RegExp,
];

export interface Judged {
  told: Told;
  refused: boolean;
  /** Exchanges with shards that held what it was after. */
  fetched: number;
}

export async function judge<Ground extends { recorders: Recorder[] }>(
  ground: Ground,
  [, make, isRefused, word]: Attempt<Ground>,
): Promise<Judged> {
  for (const recorder of ground.recorders) recorder.exchanges.length = 0;
  const told = await make(ground);
  const isSecretTold = JSON.stringify(told.data ?? null).includes(SECRET);
  return { told, refused: isRefused(told) && !isSecretTold, fetched: countFetched(ground.recorders, word) };
}

/** Exchanges with the secret in the answer, or the closed word in the question. */
export function countFetched(recorders: readonly Recorder[], word?: RegExp): number {
  const exchanges = recorders.flatMap((recorder) => recorder.exchanges);
  return exchanges.filter(({ asked, answered }) => answered.includes(SECRET) || word?.test(asked)).length;
}

export async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Told> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: unknown;
    errors?: { extensions?: { code?: string } }[];
  };
  return { status: response.status, data, codes: errors.map(({ extensions }) => extensions?.code ?? '') };
}

export function isForbidden({ codes }: Told): boolean {
  return codes.length > 0 && codes.every((code) => code === 'FORBIDDEN');
}

/** Nothing at all is answered. */
export function isUnrecognized({ status, data, codes }: Told): boolean {
  return status === 401 && data === undefined && codes.join() === 'UNAUTHENTICATED';
}

export function isUnauthenticated({ codes }: Told): boolean {
  return codes.join() === 'UNAUTHENTICATED';
}

/** As if it were not there: no error tells that it is. */
export function isAbsent({ data, codes }: Told): boolean {
  return codes.length === 0 && isNothing(data);
}

export function isNotDone({ data, codes }: Told): boolean {
  return codes.length === 0 && ['NOT_ALLOWED', 'NOT_FOUND'].includes(data?.it?.refusal?.code);
}

function isNothing(data: unknown): boolean {
  if (Array.isArray(data)) return data.every(isNothing);
  if (typeof data === 'object' && data !== null) return Object.values(data).every(isNothing);
  return data === null || data === 0 || data === false;
}
