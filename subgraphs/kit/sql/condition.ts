// A piece of SQL with its parameters; both databases understand it.

export interface Condition {
  sql: string;
  parameters: Record<string, unknown>;
}

let serial = 0;

/** A parameter name that no other condition of the process uses. */
export function freshName(): string {
  serial = (serial + 1) % 1_000_000_000;
  return `p${serial}`;
}

/** `template` has one `?` for each value, in order. */
export function condition(template: string, ...values: unknown[]): Condition {
  const parameters: Record<string, unknown> = {};
  let next = 0;
  const sql = template.replace(/\?/g, () => {
    const value = values[next++];
    const name = freshName();
    parameters[name] = typeof value === 'boolean' ? Number(value) : value;
    return Array.isArray(value) ? `:...${name}` : `:${name}`;
  });
  return { sql, parameters };
}

export function inList(column: string, values: readonly unknown[]): Condition {
  return values.length === 0 ? condition('1 = 0') : condition(`${column} IN (?)`, values);
}
