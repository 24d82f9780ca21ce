// Twenty published subgraphs beside the contracts, and three hundred shards: what the benchmark publishes, version by version.
import type { ShardList } from '../../../gateway/sharding/shard-list';

export const SUBGRAPHS = 20;
export const SHARDS = 300;
const TYPES = 8;

/** A token of the street, for a registry that lives as long as the benchmark. */
export const STREET_TOKEN = `lianxi_${'b'.repeat(43)}`;

/** What the load asks: fields of two subgraphs. */
export const OPERATIONS = Array.from({ length: SUBGRAPHS }, (_, i) => ({
  query: `query Items${i} { s${i}Items { id name } s${(i + 1) % SUBGRAPHS}Items { id name } }`,
}));

/** The subgraph that publishes this version. */
export function publisherOf(version: number): number {
  return version % SUBGRAPHS;
}

/** The field that comes with this version. */
export function newestField(version: number): string {
  return `s${publisherOf(version)}V${version}`;
}

/** Nobody takes back a field that was published, so each keeps those of its earlier versions. */
export function sdlOf(i: number, version: number): string {
  const versions = Array.from({ length: version + 1 }, (_, k) => k).filter(
    (k) => k > 0 && publisherOf(k) === i,
  );
  const fields = versions.map((k) => `${newestField(k)}: Int`).join(' ');
  const types = Array.from({ length: TYPES }, (_, k) => typeOf(`S${i}T${k}`)).join('\n');
  return `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
    type Query { s${i}Items: [S${i}Item!] s${i}All: [S${i}T0!] ${fields} }
    type S${i}Item @key(fields: "id") { id: ID! name: String about: S${i}T1 organization: Organization }
    type Organization @key(fields: "id", resolvable: false) { id: ID! }
    ${types}`;
}

function typeOf(name: string): string {
  return `type ${name} @key(fields: "id") { id: ID! name: String text: String count: Int day: String place(near: String): String next: ${name} }`;
}

export function shardsAt(url: string): ShardList {
  return {
    version: 1,
    notJoined: [],
    shards: Array.from({ length: SHARDS }, (_, i) => ({
      name: `shard-${i}`,
      url: `${url}/shard-${i}`,
      contracts: i === 0 ? ['directory', 'sharing'] : ['sharing'],
      homes: [`home-${i}`],
    })),
  };
}
