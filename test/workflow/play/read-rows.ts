// Reads all rows of a type that a home owns, through the graph, in the form in which the model keeps them.
import type { Type } from '../model/machine';
import type { Asker } from '../model/world';
import type { Ground } from './ground';

export const PEOPLE_OF = (home: string): Asker => ({
  organization: home,
  office: '综合办公室',
  scopes: [],
  kind: 'office',
});

const MONEY = ['planned', 'startingLine', 'pledged', 'delivered', 'amount'];

export async function readRows(ground: Ground, type: Type, home: string): Promise<Record<string, any>[]> {
  const rows: Record<string, any>[] = [];
  for (let after: string | null = null; ;) {
    const query = `query ($homes: [ID!], $after: String) { list: ${type.plural}(homes: $homes, first: 500, after: $after) {
      coverage { complete } pageInfo { hasNextPage endCursor } edges { node { ${selectionOf(type)} } } } }`;
    const { data, errors } = await ground.ask(PEOPLE_OF(home), type.contract, query, {
      homes: [home],
      after,
    });
    if (errors)
      throw new Error(`${type.plural} of ${home}: ${errors.map(({ message }) => message).join('\n')}`);
    if (!data.list.coverage.complete) throw new Error(`${type.plural} of ${home} did not answer`);
    rows.push(...data.list.edges.map(({ node }: { node: Record<string, any> }) => plainOf(type, node)));
    if (!data.list.pageInfo.hasNextPage) return rows;
    after = data.list.pageInfo.endCursor;
  }
}

function selectionOf(type: Type): string {
  const history =
    Object.keys(type.rules).length > 0 ? 'steps { action fromState toState version organization }' : '';
  const derived = Object.keys(type.derived ?? {});
  return ['id version', type.states ? 'state' : '', history, ...type.columns.map(fieldOf), ...derived].join(
    ' ',
  );
}

function fieldOf(column: string): string {
  if (column.endsWith('Id')) return `${column.slice(0, -2)} { id }`;
  return MONEY.includes(column) ? `${column} { fen }` : column;
}

function plainOf({ columns, derived = {} }: Type, node: Record<string, any>): Record<string, any> {
  const { id, version, state = null, steps = null } = node;
  const plain = columns.map((column) => [column, plainValue(column, node)]);
  const told = Object.keys(derived).map((name) => [name, node[name]]);
  return { id, version, state, steps, ...Object.fromEntries([...plain, ...told]) };
}

function plainValue(column: string, node: Record<string, any>): unknown {
  if (column.endsWith('Id')) return node[column.slice(0, -2)]?.id ?? null;
  return MONEY.includes(column) ? (node[column]?.fen ?? null) : inUtc(node[column] ?? null);
}

/** Times are compared as instants. */
function inUtc(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value;
}
