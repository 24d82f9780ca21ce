// Builds publications into the subgraphs that composition merges; what did not change is kept from one check to the next.
import { type Subgraph, Subgraphs, buildSubgraph, errorCauses } from '@apollo/federation-internals';
import { type GraphQLError, parse } from 'graphql';
import { composableSdl } from '../../sharding/read-contract';
import type { SubgraphPublication } from '../publication';
import { createRoundCache } from './round-cache';

export type BuiltSubgraphs = { ok: true; subgraphs: Subgraphs } | { ok: false; errors: GraphQLError[] };

const built = createRoundCache<Subgraph>();

/** Merging reads subgraphs and changes nothing of them, so one may be merged again and again. */
export function buildSubgraphs(
  publications: SubgraphPublication[],
  contracts: ReadonlySet<string>,
): BuiltSubgraphs {
  const subgraphs = new Subgraphs();
  const errors: GraphQLError[] = [];
  built.turn();
  for (const publication of publications) {
    try {
      subgraphs.add(subgraphOf(publication, contracts.has(publication.name)));
    } catch (error) {
      const causes = errorCauses(error as Error);
      if (!causes) throw error;
      errors.push(...causes);
    }
  }
  return errors.length === 0 ? { ok: true, subgraphs } : { ok: false, errors };
}

/** Composition wants an address for each subgraph; a contract's come from the shard list of each request. */
function subgraphOf(
  { name, url = `lianxi:${name}`, sdl }: SubgraphPublication,
  isContract: boolean,
): Subgraph {
  return built.get(`${isContract} ${name} ${url}\n${sdl}`, () =>
    buildSubgraph(name, url, parse(isContract ? composableSdl(sdl) : sdl)),
  );
}
