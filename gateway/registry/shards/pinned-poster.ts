// How the registry asks servers that it is told of: only at allowed addresses, resolved once, with no redirect, within bounds.
import { type Agent, request } from 'undici';
import type { Silence } from '../../sharding/transport';
import type { AllowedNetworks } from '../check/address/allowed-networks';
import { createPinnedAgent } from '../check/address/probe-subgraph';
import { resolveAllowedAddress } from '../check/address/resolve-allowed-address';

export interface Posting {
  /** Base address of the server. */
  url: string;
  path: string;
  body: string;
  headers: Record<string, string>;
  /** Milliseconds. */
  patience: number;
}

export type Posted =
  { kind: 'came'; status: number; text: string } | { kind: 'silent'; why: Silence; cause?: unknown };

export interface PinnedPoster {
  /** Never rejects: silence is an outcome. */
  post(posting: Posting): Promise<Posted>;
  close(): Promise<void>;
}

const MAX_BYTES = 10 * 1024 * 1024;

/** One for each piece of work, so that a later one resolves anew. */
export function createPinnedPoster(networks: AllowedNetworks): PinnedPoster {
  const agents = new Map<string, Promise<Agent | null>>();
  return {
    async post(posting) {
      const agent = await (agents.get(posting.url) ?? remember(posting.url));
      return agent ? postBy(agent, posting) : { kind: 'silent', why: 'unreachable' };
    },
    async close() {
      for (const agent of agents.values()) await (await agent)?.destroy();
    },
  };

  function remember(url: string): Promise<Agent | null> {
    const agent = resolveAllowedAddress(url, networks).then((resolved) =>
      resolved.ok ? createPinnedAgent(resolved.addresses) : null,
    );
    agents.set(url, agent);
    return agent;
  }
}

async function postBy(agent: Agent, { url, path, body, headers, patience }: Posting): Promise<Posted> {
  const signal = AbortSignal.timeout(patience);
  const all = { 'content-type': 'application/json', ...headers };
  try {
    const response = await request(`${url}${path}`, {
      method: 'POST',
      headers: all,
      body,
      dispatcher: agent,
      signal,
    });
    response.body.on('error', () => undefined);
    const text = await readBounded(response.body);
    return text === undefined
      ? { kind: 'silent', why: 'too-large' }
      : { kind: 'came', status: response.statusCode, text };
  } catch (cause) {
    return { kind: 'silent', why: signal.aborted ? 'deadline' : 'unreachable', cause };
  }
}

async function readBounded(body: AsyncIterable<Buffer>): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > MAX_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
