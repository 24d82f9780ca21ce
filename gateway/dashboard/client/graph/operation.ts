// A named operation of the graph, known by the hash of its text.

export interface Operation<Data, Variables> {
  name: string;
  /** SHA-256 of the text. */
  hash: string;
  /** Its lists that have pages, by the name of the field: the variable that takes the cursor of the next. */
  pages: Readonly<Record<string, string>>;
  /** Loaded only when the gateway does not know the hash. */
  readText(): Promise<string>;
  /** Never there; carries the types. */
  readonly types?: { data: Data; variables: Variables };
}

/** The name of a question: the same text with the same variables. An answer of an older shape has another name. */
export function questionKey<Data, Variables>(
  { name, hash }: Operation<Data, Variables>,
  variables: Partial<Variables>,
): string {
  return `${name}:${hash.slice(0, 16)}:${JSON.stringify(variables)}`;
}
