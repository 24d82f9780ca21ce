// How the registry asks a shard in GraphQL: signed as an examiner, by a pinned poster.
import { ACTOR_HEADER } from '../../../schema/actor-signature';
import { readShardAnswer } from '../../sharding/read-shard-answer';
import { UNRECOGNIZED_STATUS } from '../../sharding/shard-fetch';
import type { ShardRequest, ShardTransport, SignRequest } from '../../sharding/transport';
import type { AllowedNetworks } from '../check/address/allowed-networks';
import { createPinnedPoster } from './pinned-poster';

export interface PinnedTransport extends ShardTransport {
  close(): Promise<void>;
}

const FETCH_MS = 5_000;

export function createPinnedTransport(networks: AllowedNetworks, sign: SignRequest): PinnedTransport {
  const poster = createPinnedPoster(networks);
  return {
    async send({ name, url }, contract, asked, { deadline = Infinity }) {
      const body = bodyOf(asked);
      const headers = {
        accept: 'application/graphql-response+json, application/json',
        [ACTOR_HEADER]: sign({ audience: name, body, actor: undefined, isRead: true }),
      };
      const patience = Math.max(1, Math.min(FETCH_MS, deadline - Date.now()));
      const posted = await poster.post({ url, path: `/${contract}`, body, headers, patience });
      if (posted.kind === 'silent') return posted;
      if (posted.status === UNRECOGNIZED_STATUS) return { kind: 'silent', why: 'unrecognized' };
      return readShardAnswer(posted.status, posted.text);
    },
    close: poster.close,
  };
}

/** Variables are JSON already. */
function bodyOf({ query, variables }: ShardRequest): string {
  return `{"query":${JSON.stringify(query)}${variables ? `,"variables":${variables}` : ''}}`;
}
