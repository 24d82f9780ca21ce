// Enums with a description for every value, in one line each.
import { registerEnumType } from 'type-graphql';

/** Registers a GraphQL enum; the stored text of a value is its name. */
export function createChoice<V extends string>(name: string, description: string, values: Record<V, string>): { [K in V]: K } {
  const names = Object.keys(values) as V[];
  const choice = Object.fromEntries(names.map((value) => [value, value])) as { [K in V]: K };
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }]));
  registerEnumType(choice, { name, description, valuesConfig: valuesConfig as never });
  return choice;
}

/** `startsAt` → `STARTS_AT`. */
export function enumName(property: string): string {
  return property.replace(/([A-Z])/g, '_$1').toUpperCase();
}
