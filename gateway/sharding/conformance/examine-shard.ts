// The conformance suite of a shard: whether it keeps the laws that one layer over many shards rests on.
import { buildASTSchema, parse } from 'graphql';
import type { Shard } from '../shard-list';
import type { ShardTransport } from '../transport';
import { createExamination, type Breach } from './examination';
import { examineEntities } from './examine-entities';
import { examineList } from './examine-list';
import { scatteredLists } from './scattered-lists';

export interface ShardReport {
  contract: string;
  lists: number;
  rows: number;
  breaches: Breach[];
}

/** `sdl`: the contract's file with its sharding directives. Throws a sentence when the shard does not answer. */
export async function examineShard(
  transport: ShardTransport,
  shard: Shard,
  contract: string,
  sdl: string,
): Promise<ShardReport> {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  const on = createExamination(transport, shard, contract);
  const lists = scatteredLists(schema);
  let rows = 0;
  for (const list of lists) {
    const found = await examineList(on, list);
    await examineEntities(on, list, found);
    rows += found.length;
  }
  return { contract, lists: lists.length, rows, breaches: on.breaches };
}
