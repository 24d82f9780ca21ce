// A fetch of a plan as it is sent: its text without the plan's numbering, and what is known of its answer.
import type { FetchNode } from '@apollo/query-planner';
import { Kind, type SelectionSetNode, parse } from 'graphql';
import type { FetchOperation } from '../source/subgraph-source';

export interface KnownFetch {
  operation: FetchOperation;
  /** The response names that it brings to an object: of the entity, or of the root. */
  keys: readonly string[];
  /** How many fetches of the plan have this operation: final when the plan is compiled. */
  uses: number;
}

/** Fetches that ask the same have one operation, so that equal ones can be told by it. */
export type FetchOperations = Map<string, KnownFetch>;

export function readFetchOperation(node: FetchNode, known: FetchOperations): KnownFetch {
  const text = withoutNumber(node);
  const id = `${node.serviceName}\n${text}`;
  let fetch = known.get(id);
  if (!fetch) known.set(id, (fetch = readFetch(node, text)));
  fetch.uses += 1;
  return fetch;
}

/** The planner names a fetch `<operation>__<subgraph>__<number>`; the number tells equal ones apart. */
function withoutNumber({ operation, operationName }: FetchNode): string {
  if (!operationName) return operation;
  const name = operationName.replace(/__\d+$/, '');
  return operation.replace(new RegExp(`^(\\s*\\w+\\s+)${operationName}\\b`), `$1${name}`);
}

function readFetch({ serviceName, operationKind, requires }: FetchNode, text: string): KnownFetch {
  const { definitions } = parse(text, { noLocation: true });
  const root = definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)!.selectionSet;
  const fragments = new Map(
    definitions.flatMap((it) =>
      it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it.selectionSet]] : [],
    ),
  );
  const rootKeys = keysOf(root, fragments);
  const operation: FetchOperation = {
    subgraph: serviceName,
    text,
    kind: operationKind === 'mutation' ? 'mutation' : 'query',
    rootKeys,
  };
  return { operation, keys: requires ? entityKeys(root, fragments) : rootKeys, uses: 0 };
}

type Fragments = ReadonlyMap<string, SelectionSetNode>;

function entityKeys(root: SelectionSetNode, fragments: Fragments): string[] {
  const entities = root.selections.flatMap((it) =>
    it.kind === Kind.FIELD && it.selectionSet ? [it.selectionSet] : [],
  );
  return [...new Set(entities.flatMap((entity) => keysOf(entity, fragments)))];
}

/** The response names of a selection, those of its fragments included. */
function keysOf({ selections }: SelectionSetNode, fragments: Fragments): string[] {
  const keys = selections.flatMap((selection): string[] => {
    if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return keysOf(selection.selectionSet, fragments);
    const fragment = fragments.get(selection.name.value);
    return fragment ? keysOf(fragment, fragments) : [];
  });
  return [...new Set(keys)];
}
