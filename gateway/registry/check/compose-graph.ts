// Composes publications into one supergraph; documents are kept parsed from one check to the next.
import { composeServices } from '@apollo/composition';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { createBoundedCache } from '../../sharding/plan/bounded-cache';
import { composableSdl } from '../../sharding/read-contract';
import type { SubgraphPublication } from '../publication';

export type Composition =
  { ok: true; supergraphSdl: string } | { ok: false; errors: readonly GraphQLError[] };

const MAX_DOCUMENTS = 200;
const documents = createBoundedCache<DocumentNode>(MAX_DOCUMENTS);

export function composeGraph(
  publications: SubgraphPublication[],
  contracts: ReadonlySet<string>,
): Composition {
  try {
    const services = publications.map(({ name, url, sdl }) => ({
      name,
      // Composition wants an address for each subgraph; a contract's come from the shard list of each request.
      url: url ?? `lianxi:${name}`,
      typeDefs: contracts.has(name) ? contractDocument(sdl) : parse(sdl),
    }));
    // Satisfiability of a hostile schema can take for ever; the largest known graph needs 1,400 paths.
    const composed = composeServices(services, { maxValidationSubgraphPaths: 200_000 });
    if (composed.errors) return { ok: false, errors: composed.errors };
    return { ok: true, supergraphSdl: composed.supergraphSdl };
  } catch (error) {
    // What composition itself stumbles over is told like what it refuses.
    return { ok: false, errors: [error instanceof GraphQLError ? error : new GraphQLError(wordsOf(error))] };
  }
}

function contractDocument(sdl: string): DocumentNode {
  return documents.get(sdl, () => parse(composableSdl(sdl)));
}

function wordsOf(error: unknown): string {
  if (error instanceof RangeError) return 'The SDL is nested too deeply to be composed.';
  return error instanceof Error ? error.message : String(error);
}
