// Twenty published subgraphs beside the contracts, and three hundred shards: the graph of the benchmark, version by version.
import { composeSupergraph } from '../../../gateway/supergraph/compose-supergraph';
import { readContractFiles } from '../../../gateway/supergraph/contract-file';
import type { GraphArtifact } from '../../../gateway/supergraph/graph-artifact';

export const SUBGRAPHS = 20;
export const SHARDS = 300;
const TYPES = 8;

/** What the load asks: fields of two subgraphs. */
export const OPERATIONS = Array.from({ length: SUBGRAPHS }, (_, i) => ({
  query: `query Items${i} { s${i}Items { id name } s${(i + 1) % SUBGRAPHS}Items { id name } }`,
}));

/** The field that only this version has. */
export function newestField(version: number): string {
  return `s${version % SUBGRAPHS}V${version}`;
}

/** Composes all of it, as a registry does on each publication. */
export function composeVersion(version: number, subgraphUrl: string): GraphArtifact {
  const contracts = readContractFiles();
  const published = Array.from({ length: SUBGRAPHS }, (_, i) => ({ name: `s${i}`, sdl: sdlOf(i, version) }));
  const composed = composeSupergraph([
    ...contracts,
    ...published.map((it) => ({ ...it, answeredBy: 'ordinary' as const })),
  ]);
  if (!composed.ok) throw new Error(composed.faults.join('\n'));
  const { supergraphSdl } = composed;
  return {
    version,
    publishedAt: new Date(0).toISOString(),
    supergraphSdl,
    plannableSdl: supergraphSdl,
    subgraphs: [
      ...contracts.map(({ name }) => ({ name, owner: 'street' })),
      ...published.map(({ name }) => ({ name, owner: name, url: `${subgraphUrl}/${name}` })),
    ],
    shards: { version: 1, shards: shardsAt(subgraphUrl), notJoined: [] },
  };
}

function sdlOf(i: number, version: number): string {
  const newest = version % SUBGRAPHS === i ? `${newestField(version)}: Int` : '';
  const types = Array.from({ length: TYPES }, (_, k) => typeOf(`S${i}T${k}`)).join('\n');
  return `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
    type Query { s${i}Items: [S${i}Item!] s${i}All: [S${i}T0!] ${newest} }
    type S${i}Item @key(fields: "id") { id: ID! name: String about: S${i}T1 organization: Organization }
    type Organization @key(fields: "id", resolvable: false) { id: ID! }
    ${types}`;
}

function typeOf(name: string): string {
  return `type ${name} @key(fields: "id") { id: ID! name: String text: String count: Int day: String place(near: String): String next: ${name} }`;
}

function shardsAt(url: string) {
  return Array.from({ length: SHARDS }, (_, i) => ({
    name: `shard-${i}`,
    url: `${url}/shard-${i}`,
    contracts: i === 0 ? ['directory', 'sharing'] : ['sharing'],
    homes: [`home-${i}`],
  }));
}
