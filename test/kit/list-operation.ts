// One operation that asks a list many times over, once for each case of the model, and what it must answer.
import type { Answer } from './open-shard';
import { expectedPage, PAGE, variablesOf, type ListCase, type ListOf, type Row } from './list-model';

export interface ListPlace {
  /** The name of the list's field. */
  field: string;
  /** Whether it takes `homes`. */
  scattered: boolean;
  /** The parents' selection around the list's fields, with the variables it needs; absent for a root list. */
  parents?: { variables: string; around: (fields: string) => string };
}

const PLAIN = { first: 'Int', last: 'Int', after: 'String', before: 'String' };

/** The fields are named `c0`, `c1` … */
export function listOperation(list: ListOf, { field, scattered, parents }: ListPlace, cases: ListCase[]) {
  const types = {
    orderBy: `${list.name}Order`,
    filter: `${list.name}Filter`,
    ...PLAIN,
    ...(scattered && { homes: '[ID!]' }),
  };
  const declared = cases.flatMap((_, i) =>
    Object.entries(types).map(([name, type]) => `$${name}${i}: ${type}`),
  );
  const passed = (i: number) => Object.keys(types).map((name) => `${name}: $${name}${i}`);
  const fields = cases.map((_, i) => `c${i}: ${field}(${passed(i).join(', ')}) ${PAGE}`).join(' ');
  const values = cases.flatMap((asked, i) =>
    Object.entries(variablesOf(list, asked)).map(([name, value]) => [`${name}${i}`, value]),
  );
  const document = `query (${[...declared, parents?.variables ?? ''].join(', ')}) { ${parents ? `found: ${parents.around(fields)}` : fields} }`;
  return { document, variables: Object.fromEntries(values) as Record<string, unknown> };
}

export function expectPages(
  answer: Record<string, unknown>,
  list: ListOf,
  rows: Row[],
  cases: ListCase[],
): void {
  expect(answer).toEqual(
    Object.fromEntries(cases.map((asked, i) => [`c${i}`, expectedPage(list, rows, asked)])),
  );
}

/** The data of an answer that has no errors. */
export function dataOf({ data, errors }: Answer) {
  expect(errors).toBeUndefined();
  return data;
}
