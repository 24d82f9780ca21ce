// How many rows of one home a shard has in each list that many homes hold.
import { buildASTSchema, parse } from 'graphql';
import type { ContractFile } from '../../supergraph/contract-file';
import { scatteredLists } from '../../sharding/conformance/scattered-lists';
import type { Shard } from '../../sharding/shard-list';
import type { ShardTransport } from '../../sharding/transport';

const DEADLINE_MS = 10_000;

/** Null: the shard did not say. */
export async function countRows(
  transport: ShardTransport,
  shard: Shard,
  { name, sdl }: ContractFile,
  home: string,
): Promise<Map<string, number | null>> {
  const lists = scatteredLists(buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true }));
  const fields = lists.map(({ field }) => `${field}(homes: $homes, first: 1) { totalCount }`);
  const request = {
    query: `query($homes: [ID!]) { ${fields.join(' ')} }`,
    variables: JSON.stringify({ homes: [home] }),
  };
  const answer = await transport.send(shard, name, request, { deadline: Date.now() + DEADLINE_MS });
  const data = answer.kind === 'answered' ? answer.data : null;
  return new Map(lists.map(({ field }) => [field, readCount(data?.[field])]));
}

function readCount(list: unknown): number | null {
  const { totalCount } = (list ?? {}) as { totalCount?: unknown };
  return typeof totalCount === 'number' ? totalCount : null;
}
