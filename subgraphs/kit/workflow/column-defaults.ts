// What a new row has in columns that were not given and are never empty.
import { MoneyAmount } from '../noun/money-amount';
import type { ColumnSpec, NounSpec } from '../noun/spec';

export function defaultsOf({ columns }: NounSpec): object {
  const given = columns.map((column) => [column.property, defaultOf(column)]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** A flag is false, a list of words empty, and money not involved. */
function defaultOf({ kind, required }: ColumnSpec): unknown {
  if (kind === 'money') return MoneyAmount.none();
  if (!required) return undefined;
  if (kind === 'flag') return false;
  return kind === 'json' ? [] : undefined;
}
