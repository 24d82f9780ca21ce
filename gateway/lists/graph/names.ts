// The names that a run needs, each kind read once, when the first cell asks for it.
import { plainName } from '../cells/plain-text';
import { SOURCES, type SourceRow } from '../lists/sources';
import type { AskGraph } from './ask-graph';
import { createNameIndex, type NameIndex } from './name-index';
import { readConnection } from './read-connection';

export interface Names {
  of(source: string): Promise<NameIndex>;
  /** Rows of it were made: it is read anew. */
  forget(source: string): void;
  /** A dry run would have made a row of this name. */
  expect(source: string, row: Record<string, unknown>): void;
}

export function createNames(ask: AskGraph, home: string): Names {
  const read = new Map<string, Promise<NameIndex>>();
  const pending = new Map<string, Set<string>>();

  return {
    of(source) {
      if (!read.has(source)) read.set(source, load(source));
      return read.get(source)!;
    },
    forget: (source) => void read.delete(source),
    expect(source, row) {
      for (const name of SOURCES[source]!.names({ id: '', ...row }))
        if (typeof name === 'string') pendingOf(source).add(plainName(name));
    },
  };

  function pendingOf(source: string): Set<string> {
    if (!pending.has(source)) pending.set(source, new Set());
    return pending.get(source)!;
  }

  async function load(name: string): Promise<NameIndex> {
    const source = SOURCES[name]!;
    const { plural, select, own, central } = source;
    const { rows, coverage } = await readConnection<SourceRow>(ask, {
      plural,
      select,
      ...(own && { home }),
      ...(central && { central }),
    });
    const missing = coverage?.missing.length ?? 0;
    return createNameIndex({ source, rows, pending: pendingOf(name), home, missing });
  }
}
