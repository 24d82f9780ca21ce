// The graph as clients see it, composed from schema/.
import type { GraphQLSchema } from 'graphql';
import { Supergraph } from '@apollo/federation-internals';
import { toPlannable } from '../gateway/access/to-plannable';
import { composeSupergraph } from '../gateway/supergraph/compose-supergraph';
import { readContractFiles } from '../gateway/supergraph/contract-file';

export function buildSupergraphSchema(): GraphQLSchema {
  const composition = composeSupergraph(readContractFiles());
  if (!composition.ok) throw new Error(composition.faults.join('\n'));
  return Supergraph.build(toPlannable(composition.supergraphSdl)).apiSchema().toGraphQLJSSchema();
}
