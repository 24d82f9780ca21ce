// Which figure lies open on the side, and which of its rows is asked for its source.
import type { FigureValue } from '../graph/figures';
import type { Origin, RowsBehind } from '../graph/table-content';
import { createWatchable } from '../state/watchable';

export interface RowOrigin {
  origin: Origin;
  /** What the row is called. */
  name: string;
  /** The rows that it adds up, where it is a total. */
  behind?: BehindRow;
}

export interface BehindRow {
  behind: RowsBehind;
  row: never;
}

/** What a table does when the source of one of its rows is asked for. */
export type ShowSource = (origin: Origin, name: string, behind?: BehindRow) => void;

export interface OpenSheet {
  figure: FigureValue;
  row: RowOrigin | null;
}

export const openedSheet = createWatchable<OpenSheet | null>(null);

let openedFrom: HTMLElement | null = null;

export function openSheet(figure: FigureValue, row: RowOrigin | null = null): void {
  openedFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  openedSheet.set({ figure, row });
}

/** What a table beside its figure does when a row's source is asked for. */
export function openSource(figure: FigureValue): ShowSource {
  return (origin, name, behind) => openSheet(figure, { origin, name, behind });
}

/** The focus returns to where it was. */
export function closeSheet(): void {
  openedSheet.set(null);
  openedFrom?.focus();
  openedFrom = null;
}
