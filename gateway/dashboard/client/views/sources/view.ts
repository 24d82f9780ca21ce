// The view of where figures come from: questions 25.
import type { ViewDefinition } from '../view-definition';
import { useSourceFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'sources',
  order: 110,
  icon: 'sources',
  title: words.title,
  questions: [25],
  figures: 2,
  useFigures: useSourceFigures,
  load: () => import('./sources-view'),
};
