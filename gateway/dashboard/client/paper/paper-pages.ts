// The pages that are no views: frozen papers, what changed since, and the meeting paper to print. Loaded when they are opened.
import type { ViewDefinition } from '../views/view-definition';
import { paper as words } from './paper-words';

export const PAPER_PAGES: readonly Pick<ViewDefinition, 'path' | 'title' | 'load'>[] = [
  { path: 'frozen', title: words.frozen, load: () => import('./frozen-page') },
  { path: 'changes', title: words.changes, load: () => import('./changes-page') },
  { path: 'print', title: words.printTitle, load: () => import('./print-page') },
];
