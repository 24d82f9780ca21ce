// Whether an operation asks no more than an examination needs: the SDL, ids, cursors, counts and flags; never a column, never a change.
import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

const LEAVES = new Set([
  '__typename',
  'sdl',
  'id',
  'cursor',
  'totalCount',
  'hasNextPage',
  'hasPreviousPage',
  'startCursor',
  'endCursor',
]);
const BRANCHES = new Set(['edges', 'node', 'pageInfo']);
/** No filter: whoever may count what he describes can read what he may not see. */
const ARGUMENTS = new Set(['homes', 'orderBy', 'first', 'after', 'last', 'before', 'representations']);

export function isExamination({ definitions }: DocumentNode): boolean {
  return definitions.every(
    (it) =>
      it.kind === Kind.OPERATION_DEFINITION && it.operation === 'query' && isModest(it.selectionSet, true),
  );
}

/** The fields at the root are the contract's own, and named by nobody here. */
function isModest({ selections }: SelectionSetNode, isRoot = false): boolean {
  return selections.every((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return isModest(selection.selectionSet, isRoot);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
    const { name, arguments: given = [], selectionSet } = selection;
    if (!given.every((it) => ARGUMENTS.has(it.name.value))) return false;
    if (!selectionSet) return LEAVES.has(name.value);
    return (isRoot || BRANCHES.has(name.value)) && isModest(selectionSet);
  });
}
