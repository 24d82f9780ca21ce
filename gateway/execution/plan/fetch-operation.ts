// A fetch of a plan as it is sent: its text without the plan's numbering, and what is known of its answer.
import type { FetchNode } from '@apollo/query-planner';
import { type FieldNode, Kind, type SelectionSetNode, parse } from 'graphql';
import type { FetchOperation } from '../source/subgraph-source';

export interface KnownFetch {
  operation: FetchOperation;
  /** The response names that it brings to an object: of the entity, or of the root. */
  keys: readonly string[];
  /** Whether there are objects among them. */
  bringsObjects: boolean;
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
  const rootFields = fieldsOf(root, fragments);
  const operation: FetchOperation = {
    subgraph: serviceName,
    text,
    kind: operationKind === 'mutation' ? 'mutation' : 'query',
    rootKeys: keysOf(rootFields),
  };
  const fields = requires
    ? rootFields.flatMap(({ selectionSet }) => (selectionSet ? fieldsOf(selectionSet, fragments) : []))
    : rootFields;
  const bringsObjects = fields.some(({ selectionSet }) => selectionSet !== undefined);
  return { operation, keys: keysOf(fields), bringsObjects, uses: 0 };
}

type Fragments = ReadonlyMap<string, SelectionSetNode>;

/** The fields of a selection, those of its fragments included. */
function fieldsOf({ selections }: SelectionSetNode, fragments: Fragments): FieldNode[] {
  return selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, fragments);
    const fragment = fragments.get(selection.name.value);
    return fragment ? fieldsOf(fragment, fragments) : [];
  });
}

function keysOf(fields: FieldNode[]): string[] {
  return [...new Set(fields.map(({ alias, name }) => (alias ?? name).value))];
}
