// The view of meetings and supervision: questions 12, 13, 14, 15.
import type { ViewDefinition } from '../view-definition';
import { useMeetingFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'meetings',
  order: 10,
  icon: 'meetings',
  title: words.title,
  questions: [12, 13, 14, 15],
  figures: 4,
  useFigures: useMeetingFigures,
  load: () => import('./meetings-view'),
};
