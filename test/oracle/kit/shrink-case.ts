// All cases that are one step smaller: fewer fields, fragments opened, arguments and values dropped.
import type { Arg, Case, Node, Value } from './case';

/** The boldest cuts first. */
export function* smallerCases(asked: Case): Generator<Case> {
  for (const roots of smallerLists(asked.roots)) yield { ...asked, roots };
  if (asked.keysFirst) yield { ...asked, keysFirst: false };
}

/** Without halves, without each, with each made smaller. An empty selection is not GraphQL. */
function* smallerLists(nodes: readonly Node[]): Generator<Node[]> {
  if (nodes.length > 3) {
    yield nodes.slice(0, nodes.length / 2);
    yield nodes.slice(nodes.length / 2);
  }
  if (nodes.length > 1) for (let i = 0; i < nodes.length; i++) yield nodes.filter((_, at) => at !== i);
  for (let i = 0; i < nodes.length; i++) {
    for (const smaller of smallerNodes(nodes[i]!))
      yield [...nodes.slice(0, i), ...smaller, ...nodes.slice(i + 1)];
  }
}

/** What may stand in the place of a node. */
function* smallerNodes(node: Node): Generator<Node[]> {
  if (node.kind === 'fragment') {
    if (node.within !== '_Entity') yield node.selections;
    if (node.style === 'named-twice') yield [{ ...node, style: 'named' }];
    else if (node.style === 'named') yield [{ ...node, style: 'inline' }];
  } else {
    for (let i = 0; i < node.args.length; i++)
      yield* smallerArguments(node.args, i).map((args) => [{ ...node, args }]);
    if (node.alias !== 'field') yield [{ ...node, alias: 'field' }];
  }
  if (node.condition) {
    yield [{ ...node, condition: null }];
    if (node.condition.variable) yield [{ ...node, condition: { ...node.condition, variable: false } }];
  }
  if (node.selections)
    for (const selections of smallerLists(node.selections)) yield [{ ...node, selections }];
}

const REQUIRED = new Set(['id', 'ids', 'representations', 'days']);

function smallerArguments(args: readonly Arg[], at: number): Arg[][] {
  const arg = args[at]!;
  const put = (smaller: Arg) => args.map((each, i) => (i === at ? smaller : each));
  return [
    ...(REQUIRED.has(arg.name) ? [] : [args.filter((_, i) => i !== at)]),
    ...smallerValues(arg.name, arg.value).map((value) => put({ ...arg, value })),
    ...(arg.style === 'literal'
      ? []
      : [
          put({
            ...arg,
            style: arg.name === 'representations' && arg.style !== 'variable' ? 'variable' : 'literal',
          }),
        ]),
  ];
}

/** Lists shorter, filters with fewer members. `homes` keeps its first, so that a home that is known stays. */
function smallerValues(name: string, value: Value): Value[] {
  if (Array.isArray(value)) {
    const least = name === 'homes' ? 1 : 0;
    const halves = value.length > 3 ? [value.slice(0, value.length / 2)] : [];
    return [...halves, ...value.flatMap((_, i) => (i < least ? [] : [value.filter((__, at) => at !== i)]))];
  }
  if (name !== 'filter' || typeof value !== 'object' || value === null || 'cursorAt' in value) return [];
  return Object.keys(value).map((gone) =>
    Object.fromEntries(Object.entries(value).filter(([member]) => member !== gone)),
  );
}
