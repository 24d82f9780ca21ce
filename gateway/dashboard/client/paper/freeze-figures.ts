// Figures as they are written into a paper, and back from it as figures that can be shown.
import { type FigureValue, standingOf } from '../graph/figures';
import { tableOf } from '../graph/table-content';
import { writtenValue } from '../pieces/figure';
import type { FigureSlot } from '../views/view-definition';
import type { FrozenFigure, FrozenRow } from './frozen-paper';

export interface ViewFigures {
  view: string;
  slots: FigureSlot[];
}

/** A question that was not answered is frozen as unknown: it is not left out. */
export function freezeFigures(views: readonly ViewFigures[]): FrozenFigure[] {
  return views.flatMap(({ view, slots }) =>
    slots.map(({ id, label, figure }) => freezeFigure(view, figure ?? unknownFigure(id, label))),
  );
}

function unknownFigure(id: string, label: FigureValue['label']): FigureValue {
  const rows = tableOf({ title: label, columns: [], rows: [], key: () => id });
  return { id, label, value: null, coverage: null, provenances: [], rows, whole: false };
}

function freezeFigure(view: string, figure: FigureValue): FrozenFigure {
  const { id, label, note, coverage, provenances, rows, whole } = figure;
  return {
    id,
    view,
    label,
    standing: standingOf(figure),
    written: writtenValue(figure),
    note: note ?? null,
    coverage,
    provenances: [...new Set(provenances)],
    whole,
    table: {
      title: rows.title,
      columns: rows.columns.map(({ title }) => title),
      rows: rows.rows.map((row) => freezeRow(row, rows)),
    },
  };
}

function freezeRow(row: never, { columns, key, origin }: FigureValue['rows']): FrozenRow {
  const from = origin?.(row);
  return {
    key: key(row),
    cells: columns.map((column) => ({ zh: column.text(row, 'zh'), en: column.text(row, 'en') })),
    provenance: from?.provenance ?? null,
    owner: from?.owner ?? null,
  };
}

/** What is left of a figure in a paper: enough to show it and its rows, whatever the version that froze it. */
export function thawFigure(frozen: FrozenFigure): FigureValue {
  const { id, label, standing, written, note, coverage, provenances, whole, table } = frozen;
  return {
    id,
    label,
    value: standing === 'VALUE' ? 1 : null,
    written,
    note: note ?? undefined,
    coverage,
    provenances,
    whole,
    rows: tableOf<FrozenRow>({
      title: table.title,
      columns: table.columns.map((title, i) => ({
        id: String(i),
        title,
        text: ({ cells }, language) => cells[i]![language],
      })),
      rows: table.rows,
      key: ({ key }) => key,
      origin: ({ owner, provenance }) => ({ id: null, owner, provenance }),
    }),
  };
}
