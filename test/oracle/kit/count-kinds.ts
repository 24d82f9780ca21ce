// What a case asks for, in a few words: the counts tell whether the cases drawn are worth something.
import { isCursorPick, nodesOf, type Case, type FieldNode } from './case';
import { fieldOf } from './print-case';
import { isConnection, isHomeLocal, isSummary, rootKind, subjects } from './subject';

export type Kinds = Map<string, number>;

export function countKinds(kinds: Kinds, asked: Case): void {
  for (const kind of new Set(kindsOf(asked))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
}

function* kindsOf(asked: Case): Generator<string> {
  yield `contract ${asked.contract}`;
  if (asked.keysFirst) yield 'keys first';
  for (const node of nodesOf(asked.roots)) {
    if (node.condition) yield `@${node.condition.directive}`;
    if (node.kind === 'fragment') yield node.style === 'inline' ? 'fragment, inline' : 'fragment, named';
    else if (node.name !== '__typename') yield* kindsOfField(asked, node);
  }
}

function* kindsOfField({ contract }: Case, node: FieldNode): Generator<string> {
  const subject = subjects.get(contract)!;
  const field = fieldOf(subject, node);
  if (node.on === 'Query') yield `root ${rootKind(field)}`;
  else if (isConnection(field) || isSummary(field))
    yield `${isHomeLocal(field) ? 'home-local' : 'scattered'} ${isConnection(field) ? 'connection' : 'summary'} of an object`;
  for (const { name, value } of node.args) {
    if (isCursorPick(value)) yield value.misfit ? 'cursor of another order' : `cursor ${name}`;
    else yield name === 'groupBy' && Array.isArray(value) ? `groupBy ${value.length}` : `argument ${name}`;
  }
}

export function tellKinds(kinds: Kinds): string {
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `  ${String(count).padStart(7)}  ${kind}`)
    .join('\n');
}
