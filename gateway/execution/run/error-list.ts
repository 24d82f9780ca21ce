// The errors of one answer, and which places of it they account for.
import type { GraphQLError } from 'graphql';

/** Stands in a pattern for any index of a list. */
export const EACH: unique symbol = Symbol('each');

export type PathKey = string | number;
export type PathPattern = ReadonlyArray<PathKey | typeof EACH>;

export interface ErrorList {
  readonly all: GraphQLError[];
  add(error: GraphQLError): void;
  /** Adds an error whose path is only the nearest one that can be named, so that it accounts for nothing by itself. */
  addNear(error: GraphQLError): void;
  /** A fetch failed as a whole: what is missing at these keys of these places is its doing. */
  excuse(place: PathPattern, keys: readonly string[]): void;
  /** Whether a null at this path has its error already: there, above it, or below it where the null came from. */
  accountsFor(path: readonly PathKey[]): boolean;
}

interface Branch {
  isEnd: boolean;
  next: Map<PathKey | typeof EACH, Branch>;
}

export function createErrorList(): ErrorList {
  const all: GraphQLError[] = [];
  const root: Branch = { isEnd: false, next: new Map() };
  return {
    all,
    add(error) {
      all.push(error);
      if (error.path) plant(root, error.path);
    },
    addNear: (error) => void all.push(error),
    excuse(place, keys) {
      for (const key of keys) plant(root, [...place, key]);
    },
    accountsFor: (path) => root.next.size > 0 && reaches(root, path, 0),
  };
}

function plant(root: Branch, path: PathPattern): void {
  let branch = root;
  for (const key of path) {
    let next = branch.next.get(key);
    if (!next) branch.next.set(key, (next = { isEnd: false, next: new Map() }));
    branch = next;
  }
  branch.isEnd = true;
}

function reaches(branch: Branch, path: readonly PathKey[], at: number): boolean {
  if (branch.isEnd || at === path.length) return true;
  const key = path[at]!;
  const exact = branch.next.get(key);
  if (exact && reaches(exact, path, at + 1)) return true;
  const each = typeof key === 'number' ? branch.next.get(EACH) : undefined;
  return each !== undefined && reaches(each, path, at + 1);
}
