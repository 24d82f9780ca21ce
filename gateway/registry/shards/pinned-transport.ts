// How the registry asks a shard that it is told of: only at allowed addresses, resolved once, with no redirect, within bounds.
import { type Agent, request } from 'undici';
import { readShardAnswer } from '../../sharding/read-shard-answer';
import type { SendOptions, ShardAnswer, ShardRequest, ShardTransport } from '../../sharding/transport';
import type { AllowedNetworks } from '../check/address/allowed-networks';
import { createPinnedAgent } from '../check/address/probe-subgraph';
import { resolveAllowedAddress } from '../check/address/resolve-allowed-address';

export interface PinnedTransport extends ShardTransport {
  close(): Promise<void>;
}

const FETCH_MS = 5_000;
const MAX_BYTES = 10 * 1024 * 1024;

/** One for each examination, so that a later one resolves anew. */
export function createPinnedTransport(networks: AllowedNetworks): PinnedTransport {
  const agents = new Map<string, Promise<Agent | null>>();
  return {
    async send(shard, contract, asked, options) {
      const { url } = shard;
      const agent = await (agents.get(url) ?? remember(url));
      return agent
        ? post(`${url}/${contract}`, { agent, asked, options })
        : { kind: 'silent', why: 'unreachable' };
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

interface Posting {
  agent: Agent;
  asked: ShardRequest;
  options: SendOptions;
}

async function post(url: string, { agent, asked, options }: Posting): Promise<ShardAnswer> {
  const left = Math.max(1, Math.min(FETCH_MS, (options.deadline ?? Infinity) - Date.now()));
  const signal = AbortSignal.timeout(left);
  try {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    };
    // Variables are JSON already.
    const body = `{"query":${JSON.stringify(asked.query)}${asked.variables ? `,"variables":${asked.variables}` : ''}}`;
    const response = await request(url, { method: 'POST', headers, body, dispatcher: agent, signal });
    response.body.on('error', () => undefined);
    const text = await readBounded(response.body);
    return text === undefined
      ? { kind: 'silent', why: 'too-large' }
      : readShardAnswer(response.statusCode, text);
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
