// The raw rows that a model counts, whose homes answered, and the day.
import { compareUtf8 } from './in-order';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a raw row has the columns of its table
export type Row = Record<string, any> & { id: string; home: string };

export interface World {
  today: string;
  /** Table name → rows of all shards that answer. */
  tables: Record<string, Row[]>;
  /** Contract → homes that are asked for it. */
  homes: Record<string, string[]>;
  /** Home → why it does not answer. */
  missing: Map<string, string>;
}

export function rowsOf(world: World, table: string, keep: (row: Row) => boolean = () => true): Row[] {
  const rows = world.tables[table];
  if (!rows) throw new Error(`No shard has a table ${table}`);
  return rows.filter(keep);
}

export function rowById(world: World, table: string, id: string | null): Row | null {
  return id === null ? null : (rowsOf(world, table).find((row) => row.id === id) ?? null);
}

/** What is left of a world when these homes do not answer. */
export function withoutHomes(world: World, silent: readonly string[], reason = 'UNREACHABLE'): World {
  const tables = Object.entries(world.tables).map(([table, rows]) => [
    table,
    rows.filter(({ home }) => !silent.includes(home)),
  ]);
  return {
    ...world,
    tables: Object.fromEntries(tables) as World['tables'],
    missing: new Map(silent.map((home) => [home, reason])),
  };
}

/** Coverage of a figure that asks every home of a contract, without its time. */
export function coverage(world: World, contract: string) {
  return coverageOf(world, world.homes[contract]!);
}

export function coverageOf(world: World, asked: readonly string[]) {
  const missing = asked.filter((home) => world.missing.has(home)).sort(compareUtf8);
  return {
    complete: missing.length === 0,
    asked: asked.length,
    answered: asked.length - missing.length,
    missing: missing.map((home) => ({ home, reason: world.missing.get(home)! })),
  };
}
