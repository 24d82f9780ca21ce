// How many rows of one home a shard has in each list that many homes hold.
import { buildASTSchema, parse } from 'graphql';
import type { ContractFile } from '../../supergraph/contract-file';
import { scatteredLists } from '../../sharding/conformance/scattered-lists';
import type { Shard } from '../../sharding/shard-list';
import type { ShardTransport } from '../../sharding/transport';

const DEADLINE_MS = 10_000;

/** Null: the shard did not say. */
export type CountRows = (
  shard: Shard,
  contract: ContractFile,
  home: string,
) => Promise<Map<string, number | null>>;

/** Who was silent once is not waited for again, home by home. */
export function createRowCounter(transport: ShardTransport): CountRows {
  const silent = new Set<string>();
  return async function countRows(shard, { name, sdl }, home) {
    const lists = scatteredLists(buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true }));
    const fields = lists.map(({ field }) => `${field}(homes: $homes, first: 1) { totalCount }`);
    const request = {
      query: `query($homes: [ID!]) { ${fields.join(' ')} }`,
      variables: JSON.stringify({ homes: [home] }),
    };
    const data = fields.length > 0 ? await askOnce(shard, name, request) : null;
    return new Map(lists.map(({ field }) => [field, readCount(data?.[field])]));
  };

  async function askOnce(shard: Shard, contract: string, request: Parameters<ShardTransport['send']>[2]) {
    const place = `${shard.url}/${contract}`;
    if (silent.has(place)) return null;
    const answer = await transport.send(shard, contract, request, { deadline: Date.now() + DEADLINE_MS });
    if (answer.kind === 'answered') return answer.data;
    silent.add(place);
    return null;
  }
}

function readCount(list: unknown): number | null {
  const { totalCount } = (list ?? {}) as { totalCount?: unknown };
  return typeof totalCount === 'number' ? totalCount : null;
}
