// The view of service stations: questions 21.
import type { ViewDefinition } from '../view-definition';
import { useStationFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'stations',
  order: 70,
  icon: 'stations',
  title: words.title,
  questions: [21],
  figures: 2,
  useFigures: useStationFigures,
  load: () => import('./stations-view'),
};
