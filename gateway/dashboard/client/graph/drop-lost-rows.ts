// A row that was lost on its way is null in its list: it is taken out, and the list is no longer said to be the whole.

/** Changes the answer in place; nobody else has it yet. */
export function dropLostRows<Data>(data: Data): Data {
  visit(data);
  return data;
}

function visit(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(visit);
  if (value === null || typeof value !== 'object') return;
  const { edges, pageInfo } = value as { edges?: { node: unknown }[]; pageInfo?: { hasNextPage: boolean } };
  if (Array.isArray(edges)) {
    const kept = edges.filter(({ node }) => node !== null);
    if (pageInfo && kept.length < edges.length) pageInfo.hasNextPage = true;
    edges.splice(0, edges.length, ...kept);
  }
  Object.values(value).forEach(visit);
}
