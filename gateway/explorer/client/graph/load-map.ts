// The map of who serves what, and what the organizations are called: the first from the gateway, the second from the graph.
import type { GraphMap } from '../../graph-map';

export async function loadMap(): Promise<GraphMap> {
  const response = await fetch('/explorer/map.json');
  if (!response.ok) throw new Error(`/explorer/map.json: HTTP ${response.status}`);
  return (await response.json()) as GraphMap;
}

const NAMES = '{ organizations(first: 500) { edges { node { id name } } } }';

/** Names by id; empty when the directory does not answer or is not part of this graph. */
export async function loadNames(): Promise<Map<string, string>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: NAMES }),
    });
    const answer = (await response.json()) as {
      data?: {
        organizations?: { edges?: Array<{ node: { id: string; name: string } | null }> } | null;
      } | null;
    };
    const nodes = answer.data?.organizations?.edges?.flatMap(({ node }) => (node ? [node] : [])) ?? [];
    return new Map(nodes.map(({ id, name }) => [id, name]));
  } catch {
    return new Map();
  }
}
