// Which content type answers which `accept` header: what Apollo Server chose once for a header is known from then on.

export interface ContentTypes {
  find(accept: string | undefined): string | undefined;
  /** To be told of answers that were not refused: a refusal has a type although none was accepted. */
  learn(accept: string | undefined, contentType: string): void;
}

const MOST = 200;
const LONGEST = 500;

export function createContentTypes(): ContentTypes {
  const known = new Map<string, string>();
  return {
    find: (accept = '') => known.get(accept),
    learn(accept = '', contentType) {
      if (accept.length > LONGEST || known.has(accept)) return;
      // Who sends many odd headers must not keep out those of others: the oldest goes, and is learned again when it comes.
      if (known.size >= MOST) known.delete(known.keys().next().value!);
      known.set(accept, contentType);
    },
  };
}
