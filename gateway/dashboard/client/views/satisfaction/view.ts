// The view of satisfaction: questions 23.
import type { ViewDefinition } from '../view-definition';
import { useSatisfactionFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'satisfaction',
  order: 90,
  icon: 'satisfaction',
  title: words.title,
  questions: [23],
  figures: 1,
  useFigures: useSatisfactionFigures,
  load: () => import('./satisfaction-view'),
};
