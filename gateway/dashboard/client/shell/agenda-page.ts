// The page behind `#/agenda/1`, `#/agenda/2`, …: one item of the next agenda on the whole screen; loaded when it is opened.
import type { ViewDefinition } from '../views/view-definition';
import { agendaWords } from './agenda-words';

export const AGENDA_PAGE: Pick<ViewDefinition, 'path' | 'title' | 'load'> = {
  path: 'agenda',
  title: agendaWords.title,
  load: () => import('./agenda-screen'),
};
