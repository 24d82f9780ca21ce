// The names of one kind of rows: which row a name stands for, and by which name a row is found again.
import { quote, type Sentence } from '../../../schema/codes';
import { homeOf } from '../../../schema/id';
import type { Found } from '../cells/cell';
import { plainName } from '../cells/plain-text';
import type { NameSource, SourceRow } from '../lists/sources';

interface Entry {
  id: string;
  names: string[];
  within: string | undefined;
}

export interface NameIndex {
  find(name: string, within?: string): Found;
  nameOf(id: string, within?: string): string;
  /** The only row of the home; undefined where there are none or several. */
  only(): string | undefined;
}

export interface NameIndexOptions {
  source: NameSource;
  rows: readonly SourceRow[];
  /** Names of rows that a dry run would have made. */
  pending: ReadonlySet<string>;
  home: string;
  /** How many homes did not answer when the names were read. */
  missing: number;
}

export function createNameIndex({ source, rows, pending, home, missing }: NameIndexOptions): NameIndex {
  const entries = new Map(rows.map((row) => [row.id, entryOf(source, row)]));
  const byName = new Map<string, Entry[]>();
  for (const entry of entries.values())
    for (const name of new Set(entry.names.map(plainName)))
      byName.set(name, [...(byName.get(name) ?? []), entry]);

  return {
    find(name, within) {
      const exact = entries.get(name.trim());
      if (exact) return { id: exact.id };
      const found = named(name, within);
      if (found.length === 1) return { id: found[0]!.id };
      if (found.length > 1) return { fault: ambiguous(source, name, found) };
      return pending.has(plainName(name)) ? { pending: true } : { fault: unknown(source, name, missing) };
    },
    nameOf(id, within) {
      const entry = entries.get(id);
      const clear = entry?.names.find((name) => {
        const found = named(name, within);
        return found.length === 1 && found[0] === entry && !entries.has(name);
      });
      return clear ?? id;
    },
    only() {
      const own = [...entries.keys()].filter((id) => homeOf(id) === home);
      return own.length === 1 ? own[0] : undefined;
    },
  };

  /** Of several, those of the home itself count first. */
  function named(name: string, within: string | undefined): Entry[] {
    const all = (byName.get(plainName(name)) ?? []).filter((entry) => !within || entry.within === within);
    const own = all.filter(({ id }) => homeOf(id) === home);
    return own.length > 0 ? own : all;
  }
}

function entryOf(source: NameSource, row: SourceRow): Entry {
  const names = source.names(row).filter((name): name is string => typeof name === 'string' && name !== '');
  return { id: row.id, names, within: source.within?.(row) };
}

function unknown({ zh, en }: NameSource, name: string, missing: number): Sentence {
  const more = {
    zh: missing > 0 ? `（另有 ${missing} 家没有应答，也可能在其中）` : '',
    en: missing > 0 ? ` (${missing} organizations did not answer and may have it)` : '',
  };
  return {
    zh: `没有名为 ${quote(name)} 的${zh}${more.zh}；请核对名称，或写编号。`,
    en: `There is no ${en} called ${quote(name)}${more.en}; check the name or write the id.`,
  };
}

function ambiguous({ zh, en }: NameSource, name: string, found: readonly Entry[]): Sentence {
  const ids = found.slice(0, 5).map(({ id }) => id);
  return {
    zh: `名为 ${quote(name)} 的${zh}有 ${found.length} 个；请写编号：${ids.join('、')}。`,
    en: `${found.length} rows (${en}) are called ${quote(name)}; write an id: ${ids.join(', ')}.`,
  };
}
