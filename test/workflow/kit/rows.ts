// Rows of any noun for tests of workflows: what is required and not given is unsaid.
import { defaultsOf } from '../../../subgraphs/kit/workflow/column-defaults';
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { specOf, type Class } from '../../../subgraphs/kit/noun/spec';
import { idOf } from '../../subgraphs/sharing/kit/sharing-rows';

let made = 0;

export function rowOf(noun: Class, values: Record<string, unknown>, home = 'yili'): LoadableRow {
  const spec = specOf(noun);
  const common = {
    id: idOf(home, spec.kind, (made += 1)),
    home,
    provenance: 'DEMONSTRATION',
    updatedAt: '2026-11-01T00:00:00.000Z',
  };
  return { noun, values: { ...defaultsOf(spec), ...common, ...values } };
}
