// The view of members and their liaison offices: questions 8, 24.
import type { ViewDefinition } from '../view-definition';
import { useMemberFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'members',
  order: 100,
  icon: 'members',
  title: words.title,
  questions: [8, 24],
  figures: 2,
  useFigures: useMemberFigures,
  load: () => import('./members-view'),
};
