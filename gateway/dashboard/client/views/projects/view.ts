// The view of projects and money: questions 16, 17, 18, 19.
import type { ViewDefinition } from '../view-definition';
import { useProjectFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'projects',
  order: 50,
  icon: 'projects',
  title: words.title,
  questions: [16, 17, 18, 19],
  figures: 4,
  useFigures: useProjectFigures,
  load: () => import('./projects-view'),
};
