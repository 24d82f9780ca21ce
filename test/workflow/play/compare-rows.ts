// Holds what the graph has against what the model has: every row, every column, every step of every history, and nothing beside them.
import type { Type } from '../model/machine';
import { TYPES } from '../model/take';
import type { Row, World } from '../model/world';
import type { Ground } from './ground';
import { readRows } from './read-rows';

export interface Comparison {
  rows: number;
  steps: number;
  differences: string[];
}

/** Of all types at all homes; with `touched` only where the model has rows. */
export async function compareRows(
  ground: Ground,
  world: World,
  { touched = false } = {},
): Promise<Comparison> {
  const comparison: Comparison = { rows: 0, steps: 0, differences: [] };
  for (const [name, type] of Object.entries(TYPES))
    for (const home of ground.homesOf(type.contract)) {
      if (touched && world.of(name, { home }).length === 0) continue;
      const found = await readRows(ground, type, home);
      comparison.rows += found.length;
      comparison.steps += found.reduce((sum, { steps }) => sum + (steps?.length ?? 0), 0);
      comparison.differences.push(...differencesOf(name, type, world, { home, found }));
    }
  return comparison;
}

function differencesOf(
  name: string,
  type: Type,
  world: World,
  { home, found }: { home: string; found: Record<string, any>[] },
): string[] {
  const expected = world.of(name, { home });
  const ids = new Set(found.map(({ id }) => id));
  const missing = expected.filter(({ id }) => !ids.has(id)).map(({ id }) => `${name} ${id} is missing`);
  const faults = found.flatMap((row) => {
    const wanted = expected.find(({ id }) => id === row.id);
    return wanted
      ? differences(name, row, expectedOf(type, wanted, world))
      : [`${name} ${row.id} is not in the model`];
  });
  return [...missing, ...faults];
}

function differences(name: string, row: Record<string, any>, wanted: Record<string, any>): string[] {
  return Object.keys(wanted)
    .filter((column) => sorted(row[column]) !== sorted(wanted[column]))
    .map(
      (column) =>
        `${name} ${row.id}.${column} is ${JSON.stringify(row[column])}, the model has ${JSON.stringify(wanted[column])}`,
    );
}

/** The row as the graph would tell it. */
export function expectedOf(type: Type, row: Row, world: World): Record<string, any> {
  const { id, version, state } = row;
  const steps = Object.keys(type.rules).length > 0 ? row.steps : null;
  const columns = type.columns.map((column) => [column, row[column] ?? null]);
  const derived = Object.entries(type.derived ?? {}).map(([column, of]) => [column, of(row, world)]);
  return { id, version, state, steps, ...Object.fromEntries([...columns, ...derived]) };
}

/** Members of an answer have no order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
