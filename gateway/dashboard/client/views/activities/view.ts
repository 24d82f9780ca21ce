// The view of joint activities: questions 20.
import type { ViewDefinition } from '../view-definition';
import { useActivityFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'activities',
  order: 60,
  icon: 'activities',
  title: words.title,
  questions: [20],
  figures: 2,
  useFigures: useActivityFigures,
  load: () => import('./activities-view'),
};
