// The workloads: what is asked, of what, and who can answer it.
import { readOperations } from '../../gateway/explorer/read-operations';
import { findSchemaFolder } from '../../gateway/supergraph/find-schema-folder';
import type { GroundName } from './ground';
import { HEAVY_QUERY, SMALL_QUERY } from './shop-schema';

/** One request of a workload, sent in turn with the others. */
export interface Case {
  name: string;
  query: string;
  /** The body of the POST. */
  body: string;
}

export interface Workload {
  name: string;
  title: string;
  ground: GroundName;
  /** How many of the ground's shards the gateway knows; all where absent. */
  shards?: number;
  cases: Case[];
  /** Fewer than the usual connections, so that they ask no more than a few hundred shards at a time. */
  connections?: number;
  /** Whose speed is 1 in the table, and whose answer is the right one. */
  base: 'stock' | 'lianxi-apollo';
}

export const MADE_UP_SHARDS = 300;
const FETCHES_AT_A_TIME = 500;
const SCATTERS = [1, 10, 100, MADE_UP_SHARDS];

export const SCATTER_QUERY = `query Scatter {
  sharedResources(first: 20) {
    totalCount
    coverage { complete asked answered }
    pageInfo { hasNextPage endCursor }
    edges { node { id name kind state } }
  }
}`;

export function allWorkloads(): Workload[] {
  return [
    {
      name: 'heavy',
      title: 'The heavy nested query, four subgraphs',
      ground: 'shop',
      cases: [oneCase('Heavy', HEAVY_QUERY)],
      base: 'stock',
    },
    {
      name: 'small',
      title: 'A small query, two subgraphs',
      ground: 'small',
      cases: [oneCase('Small', SMALL_QUERY)],
      base: 'stock',
    },
    {
      name: 'operations',
      title: 'The 25 operations over the shards of the demonstration',
      ground: 'demonstration',
      cases: readCases(),
      base: 'lianxi-apollo',
    },
    ...SCATTERS.map((shards): Workload => ({
      name: `scatter-${shards}`,
      title: `A list scattered over ${shards} ${shards === 1 ? 'shard' : 'shards'}`,
      ground: 'shards',
      shards,
      connections: Math.ceil(FETCHES_AT_A_TIME / shards),
      cases: [oneCase('Scatter', SCATTER_QUERY)],
      base: 'lianxi-apollo',
    })),
  ];
}

function readCases(): Case[] {
  return readOperations(findSchemaFolder()).map(({ text }) => oneCase(/^query (\w+)/m.exec(text)![1]!, text));
}

export function oneCase(name: string, query: string): Case {
  return { name, query, body: JSON.stringify({ operationName: name, query }) };
}
