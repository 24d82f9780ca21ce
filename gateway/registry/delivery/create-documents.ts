// The two texts of a version, each made once: the graph for our gateways, the supergraph for all other routers.
import type { ContractFile } from '../../supergraph/contract-file';
import type { GraphArtifact, GraphCandidate } from '../../supergraph/graph-artifact';
import { addressSupergraph } from './address-supergraph';
import { type SignedDocument, signDocument } from './signed-document';
import type { SigningKey } from './signing-key';

export interface DocumentsOptions {
  key: SigningKey;
  /** Where routers reach the gateway, which makes each sharded contract an ordinary subgraph. */
  gatewayUrl: string;
  contracts: ReadonlyArray<Pick<ContractFile, 'name' | 'answeredBy'>>;
}

export interface Documents {
  graph(artifact: GraphArtifact): SignedDocument;
  supergraph(artifact: GraphArtifact): SignedDocument;
  candidate(candidate: GraphCandidate): SignedDocument;
}

export function createDocuments(options: DocumentsOptions): Documents {
  const { key } = options;
  return {
    graph: oncePerVersion((artifact) =>
      signDocument(JSON.stringify(artifact), { contentType: JSON_TYPE, version: artifact.version, key }),
    ),
    supergraph: oncePerVersion((artifact) =>
      signDocument(addressed(artifact, options), { contentType: TEXT_TYPE, version: artifact.version, key }),
    ),
    candidate: (candidate) => signDocument(JSON.stringify(candidate), { contentType: JSON_TYPE, key }),
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';

function addressed(artifact: GraphArtifact, { gatewayUrl, contracts }: DocumentsOptions): string {
  const urls = new Map(artifact.subgraphs.map(({ name, url }) => [name, url]));
  const { shards } = artifact.shards;
  return addressSupergraph(artifact.supergraphSdl, (name) => {
    const contract = contracts.find((it) => it.name === name);
    if (!contract) return urls.get(name);
    if (contract.answeredBy === 'sharded') return `${gatewayUrl}/shards/${name}`;
    const shard = shards.find((it) => it.contracts.includes(name));
    return shard && `${shard.url}/${name}`;
  });
}

function oncePerVersion(make: (artifact: GraphArtifact) => SignedDocument) {
  let last: { of: GraphArtifact; document: SignedDocument } | undefined;
  return function documentOf(artifact: GraphArtifact): SignedDocument {
    if (last?.of !== artifact) last = { of: artifact, document: make(artifact) };
    return last.document;
  };
}
