// How the registry asks a shard that it is told of: signed, only at allowed addresses, resolved once, with no redirect, within bounds.
import { type Agent, request } from 'undici';
import { ACTOR_HEADER } from '../../../schema/actor-signature';
import { readShardAnswer } from '../../sharding/read-shard-answer';
import { UNRECOGNIZED_STATUS } from '../../sharding/shard-fetch';
import type {
  SendOptions,
  ShardAnswer,
  ShardRequest,
  ShardTransport,
  SignRequest,
} from '../../sharding/transport';
import type { AllowedNetworks } from '../check/address/allowed-networks';
import { createPinnedAgent } from '../check/address/probe-subgraph';
import { resolveAllowedAddress } from '../check/address/resolve-allowed-address';

export interface PinnedTransport extends ShardTransport {
  close(): Promise<void>;
}

const FETCH_MS = 5_000;
const MAX_BYTES = 10 * 1024 * 1024;

/** One for each examination, so that a later one resolves anew. */
export function createPinnedTransport(networks: AllowedNetworks, sign: SignRequest): PinnedTransport {
  const agents = new Map<string, Promise<Agent | null>>();
  return {
    async send({ name, url }, contract, asked, options) {
      const agent = await (agents.get(url) ?? remember(url));
      if (!agent) return { kind: 'silent', why: 'unreachable' };
      const body = bodyOf(asked);
      const signature = sign({ audience: name, body, actor: undefined, isRead: true });
      return post(`${url}/${contract}`, { agent, body, signature, options });
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
  body: string;
  signature: string;
  options: SendOptions;
}

/** Variables are JSON already. */
function bodyOf({ query, variables }: ShardRequest): string {
  return `{"query":${JSON.stringify(query)}${variables ? `,"variables":${variables}` : ''}}`;
}

async function post(url: string, { agent, body, signature, options }: Posting): Promise<ShardAnswer> {
  const left = Math.max(1, Math.min(FETCH_MS, (options.deadline ?? Infinity) - Date.now()));
  const signal = AbortSignal.timeout(left);
  try {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      [ACTOR_HEADER]: signature,
    };
    const response = await request(url, { method: 'POST', headers, body, dispatcher: agent, signal });
    response.body.on('error', () => undefined);
    if (response.statusCode === UNRECOGNIZED_STATUS) return { kind: 'silent', why: 'unrecognized' };
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
