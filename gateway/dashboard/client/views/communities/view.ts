// The view of communities compared: questions 22.
import type { ViewDefinition } from '../view-definition';
import { useCommunityFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'communities',
  order: 80,
  icon: 'communities',
  title: words.title,
  questions: [22],
  figures: 3,
  useFigures: useCommunityFigures,
  load: () => import('./communities-view'),
};
