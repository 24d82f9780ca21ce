// The view of resources and bookings: questions 1, 2, 3, 4.
import type { ViewDefinition } from '../view-definition';
import { useBookingFigures } from './figures';
import { words } from './words';

export const view: ViewDefinition = {
  path: 'bookings',
  order: 40,
  icon: 'bookings',
  title: words.title,
  questions: [1, 2, 3, 4],
  figures: 3,
  useFigures: useBookingFigures,
  load: () => import('./bookings-view'),
};
