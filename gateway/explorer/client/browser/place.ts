// Where in the page we are, as the part of the address after `#`: it can be linked to, and is never sent to a server.

export interface Draft {
  query: string;
  /** JSON as it was typed. */
  variables: string;
}

export type Place =
  | { view: 'query'; question?: string; shared?: Draft; unreadable?: true }
  | { view: 'docs'; type?: string; field?: string }
  | { view: 'map' };

/** What old browsers and mail programs still carry in a link. */
export const MAX_LINK = 32_000;

export function readPlace(fragment: string): Place {
  const [path = '', search = ''] = fragment.replace(/^#/, '').split('?', 2);
  const [, view, name, field] = path.split('/');
  if (view === 'docs')
    return { view, ...(name && { type: decode(name) }), ...(field && { field: decode(field) }) };
  if (view === 'map') return { view };
  return readQueryPlace(new URLSearchParams(search));
}

function readQueryPlace(search: URLSearchParams): Place {
  const question = search.get('question');
  const query = search.get('query');
  if (question) return { view: 'query', question };
  if (query === null) return { view: 'query' };
  if (query.length > MAX_LINK) return { view: 'query', unreadable: true };
  return { view: 'query', shared: { query, variables: search.get('variables') ?? '' } };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Headers are left out: they may hold a secret. Null when the link would be too long to travel. */
export function linkTo({ query, variables }: Draft): string | null {
  const search = new URLSearchParams({ query, ...(variables.trim() ? { variables } : {}) });
  const link = `#/query?${search.toString()}`;
  return link.length > MAX_LINK ? null : link;
}

export const linkToQuestion = (file: string) => `#/query?question=${encodeURIComponent(file)}`;
export const linkToField = (type: string, field: string) =>
  `${linkToType(type)}/${encodeURIComponent(field)}`;
export const linkToType = (name: string) => `#/docs/${encodeURIComponent(name)}`;
