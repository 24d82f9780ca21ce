// What changed between two pictures of the same figures: values, and rows added, removed or written otherwise.
import type { Sentence } from '../words/words';
import type { FrozenFigure, FrozenRow } from './frozen-paper';

export interface CellChange {
  column: Sentence;
  then: Sentence;
  now: Sentence;
}

export interface FigureChange {
  then: FrozenFigure | null;
  now: FrozenFigure | null;
  isValueChanged: boolean;
  added: FrozenRow[];
  removed: FrozenRow[];
  changed: { row: FrozenRow; cells: CellChange[] }[];
  /** False when an organization was missing then or is now, or a list was cut: a row that is not there may only be unseen. */
  isSure: boolean;
}

/** Only figures in which something changed. */
export function compareFigures(then: readonly FrozenFigure[], now: readonly FrozenFigure[]): FigureChange[] {
  const before = new Map(then.map((figure) => [figure.id, figure]));
  const after = new Map(now.map((figure) => [figure.id, figure]));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids
    .map((id) => compareFigure(before.get(id) ?? null, after.get(id) ?? null))
    .filter(
      (each) => each.isValueChanged || each.added.length + each.removed.length + each.changed.length > 0,
    );
}

function compareFigure(then: FrozenFigure | null, now: FrozenFigure | null): FigureChange {
  const before = new Map(then?.table.rows.map((row) => [row.key, row]));
  const after = new Map(now?.table.rows.map((row) => [row.key, row]));
  return {
    then,
    now,
    isValueChanged: then?.written.zh !== now?.written.zh || then?.standing !== now?.standing,
    added: [...after.values()].filter(({ key }) => !before.has(key)),
    removed: [...before.values()].filter(({ key }) => !after.has(key)),
    changed: [...after.values()].flatMap((row) => {
      const cells = before.has(row.key) ? changedCells(before.get(row.key)!, row, now!) : [];
      return cells.length > 0 ? [{ row, cells }] : [];
    }),
    isSure: [then, now].every((each) => each !== null && each.whole && each.coverage?.complete === true),
  };
}

function changedCells(then: FrozenRow, now: FrozenRow, { table }: FrozenFigure): CellChange[] {
  return table.columns.flatMap((column, i) => {
    const [before, after] = [then.cells[i], now.cells[i]];
    return before && after && before.zh !== after.zh ? [{ column, then: before, now: after }] : [];
  });
}
