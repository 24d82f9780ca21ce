// All views, found by their files: a folder with a `view.ts` is a view.
import type { ViewDefinition } from './view-definition';

const found = import.meta.glob<ViewDefinition>('./*/view.ts', { eager: true, import: 'view' });

export const VIEWS: readonly ViewDefinition[] = Object.values(found).sort((a, b) => a.order - b.order);
