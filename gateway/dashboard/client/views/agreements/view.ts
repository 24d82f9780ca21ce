// The view of agreements and tasks: questions 5, 6, 7, 8.
import type { ViewDefinition } from '../view-definition';
import { useAgreementFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'agreements',
  order: 20,
  icon: 'agreements',
  title: words.title,
  questions: [5, 6, 7, 8],
  figures: 4,
  useFigures: useAgreementFigures,
  load: () => import('./agreements-view'),
};
