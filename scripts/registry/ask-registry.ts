// Asks the registry's GraphQL API, with the token from the environment or a file.
import { readFileSync } from 'node:fs';
import type { Options } from './parse-command';
import { UsageError } from './parse-command';
import { RegistryRefusal } from './registry-refusal';

export type Ask = <Data>(document: string, variables?: Record<string, unknown>) => Promise<Data>;

/** The registry does not answer, or what answers there is no registry. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export const DEFAULT_URL = 'http://127.0.0.1:4100';
/** Longer than the registry takes for any check. */
const DEADLINE_MS = 180_000;

export function askRegistry(options: Options): Ask {
  const url = String(options.registry ?? process.env.LIANXI_REGISTRY_URL ?? DEFAULT_URL).replace(/\/+$/, '');
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new UsageError(`--registry is "${url}"; expected an address such as ${DEFAULT_URL}.`);
  return async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const token = readToken(options);
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const response = await post(url, headers, JSON.stringify({ query, variables }));
    const { data, errors } = await readAnswer(url, response);
    const [error] = errors ?? [];
    if (error)
      throw new RegistryRefusal(
        errors!.map(({ message }) => message).join('\n'),
        error.extensions?.code ?? 'UNKNOWN',
      );
    return data as Data;
  };
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<Response> {
  try {
    return await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
  } catch (fault) {
    const cause = (fault as { cause?: NodeJS.ErrnoException }).cause;
    const why = cause?.code ?? (fault as Error).message;
    throw new Unreachable(
      `The registry at ${url} does not answer (${why}). Is it up, and is --registry or LIANXI_REGISTRY_URL right?`,
    );
  }
}

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

async function readAnswer(url: string, response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer;
  } catch {
    throw new Unreachable(`What answers at ${url} is no registry (status ${response.status}, no JSON).`);
  }
}

function readToken(options: Options): string | undefined {
  const file = options['token-file'];
  if (typeof file !== 'string') return process.env.LIANXI_REGISTRY_TOKEN?.trim() || undefined;
  const token = readTextFile(file, '--token-file').trim();
  if (!token || /\s/.test(token))
    throw new UsageError(`The file ${file} must hold one token and nothing else.`);
  return token;
}

/** `-` is what comes in on the standard input. */
export function readTextFile(file: string, flag: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `it cannot be read (${code})`;
    throw new UsageError(`${flag} ${file}: ${why}.`);
  }
}
