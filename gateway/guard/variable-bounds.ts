// How much one operation's variables may hold, counted without recursion deeper than the bound.
import type { Refusal } from './refusal';
import { tooManyValues } from './scan-json';

export interface VariableBounds {
  variables: number;
  /** Names of object members in the whole body. */
  names: number;
  /** Scalars, lists and objects, at all levels. */
  values: number;
  /** Lists and objects inside one another. */
  valueDepth: number;
}

export const VARIABLE_BOUNDS: VariableBounds = {
  variables: 200,
  names: 10_000,
  values: 50_000,
  valueDepth: 16,
};

/** As graphql-js has it when it executes: an error is dear to make, and a list of wrong values would have as many. */
export const VARIABLE_ERRORS = { maxErrors: 50 };

/** Undefined when the variables are within the bounds. What is no object is left to Apollo Server. */
export function refuseVariables(variables: unknown, bounds: VariableBounds): Refusal | undefined {
  if (typeof variables !== 'object' || variables === null) return undefined;
  if (Object.keys(variables).length > bounds.variables) return tooManyVariables(bounds);
  let left = bounds.values;
  return within(variables, bounds.valueDepth + 1);

  function within(value: object, depth: number): Refusal | undefined {
    if (depth === 0) return tooDeep(bounds);
    for (const child of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
      left -= 1;
      if (left < 0) return tooManyValues(bounds);
      if (typeof child !== 'object' || child === null) continue;
      const refusal = within(child, depth - 1);
      if (refusal) return refusal;
    }
    return undefined;
  }
}

const tooManyVariables = ({ variables }: VariableBounds): Refusal => ({
  zh: `变量超过 ${variables} 个；请减少变量，或把值放进输入对象。`,
  en: `There are more than ${variables} variables; use fewer, or put their values into input objects.`,
});

const tooDeep = ({ valueDepth }: VariableBounds): Refusal => ({
  zh: `变量的嵌套超过 ${valueDepth} 层；请展平后重发。`,
  en: `The variables are nested deeper than ${valueDepth} levels; flatten them and send again.`,
});
