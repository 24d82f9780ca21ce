// Which figure lies open on the side.
import type { FigureValue } from '../graph/figures';
import { createWatchable } from '../state/watchable';

export const openFigure = createWatchable<FigureValue | null>(null);

let openedFrom: HTMLElement | null = null;

export function openSheet(figure: FigureValue): void {
  openedFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  openFigure.set(figure);
}

/** The focus returns to where it was. */
export function closeSheet(): void {
  openFigure.set(null);
  openedFrom?.focus();
  openedFrom = null;
}
