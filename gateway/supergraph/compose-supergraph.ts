// Composes the contracts into one supergraph; no subgraph is asked, so a dead one stops nothing.
import { composeServices } from '@apollo/composition';
import { type GraphQLError, parse } from 'graphql';
import { composableSdl } from '../sharding/read-contract';
import type { ContractFile } from './contract-file';

export type Composition = { ok: true; supergraphSdl: string } | { ok: false; faults: string[] };

export function composeSupergraph(contracts: ContractFile[]): Composition {
  const faults: string[] = [];
  const services = contracts.flatMap((contract) => {
    try {
      return [{ name: contract.name, url: placeOf(contract), typeDefs: parse(composableSdl(contract.sdl)) }];
    } catch (error) {
      faults.push(`The contract "${contract.name}" cannot be read: ${(error as Error).message}`);
      return [];
    }
  });
  if (faults.length > 0) return { ok: false, faults };
  const composed = composeServices(services);
  if (composed.errors) return { ok: false, faults: composed.errors.map(faultSentence) };
  return { ok: true, supergraphSdl: composed.supergraphSdl };
}

/** Composition wants an address for each subgraph; ours come from the shard list of each request. */
function placeOf(contract: ContractFile): string {
  return `lianxi:${contract.name}`;
}

function faultSentence(error: GraphQLError): string {
  const places = (error.nodes ?? []).flatMap((node) => {
    const { subgraph } = node as { subgraph?: string };
    return subgraph ? [`${subgraph}.graphql${node.loc ? `:${node.loc.startToken.line}` : ''}`] : [];
  });
  const where = places.length > 0 ? ` (${[...new Set(places)].join(', ')})` : '';
  return `The contracts do not compose: ${error.message}${where}`;
}
