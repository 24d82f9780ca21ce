// The view of needs and claims: questions 9, 10, 11.
import type { ViewDefinition } from '../view-definition';
import { useNeedFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'needs',
  order: 30,
  icon: 'needs',
  title: words.title,
  questions: [9, 10, 11],
  figures: 3,
  useFigures: useNeedFigures,
  load: () => import('./needs-view'),
};
