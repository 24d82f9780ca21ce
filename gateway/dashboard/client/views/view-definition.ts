// What a view is: a group of the 25 questions, its figures for the overview, and its own page.
import type { ComponentType } from 'preact';
import type { FigureValue } from '../graph/figures';
import type { Picture } from '../graph/picture';
import type { IconName } from '../pieces/icon';
import type { Sentence } from '../words/words';

/** A place for a figure on the overview: it stands, with its label, before and without an answer. */
export interface FigureSlot {
  id: string;
  label: Sentence;
  picture: Picture<unknown>;
  figure: FigureValue | null;
}

export interface ViewDefinition {
  /** Behind `#/`. */
  path: string;
  /** In the navigation, and in meeting mode. */
  order: number;
  icon: IconName;
  title: Sentence;
  questions: readonly number[];
  /** How many figures it has on the overview: groups with many stand first, and rows come out even. */
  figures: 1 | 2 | 3 | 4;
  /** A hook: asks, and makes figures of the answers. */
  useFigures(): FigureSlot[];
  /** The page is loaded when it is opened. */
  load(): Promise<{ View: ComponentType }>;
}

export interface SlotOptions<Data> {
  id: string;
  label: Sentence;
  picture: Picture<Data>;
  make(data: Data): Omit<FigureValue, 'id' | 'label'>;
}

/** What only all rows together can tell has no figure while some of them are on their way. */
export function slot<Data>({ id, label, picture, make }: SlotOptions<Data>): FigureSlot {
  const made = picture.answer ? { id, label, ...make(picture.answer.data) } : null;
  const figure = picture.isGathering && made?.value === null ? null : made;
  return { id, label, picture, figure };
}
