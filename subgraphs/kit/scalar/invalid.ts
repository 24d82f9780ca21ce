// What a scalar gives for input it cannot read, so that one bad argument refuses one field and not the whole request.
import type { GraphQLError } from 'graphql';

/** A refused input value; `refusal` is thrown by the field that uses it. */
export class Invalid {
  constructor(
    readonly refusal: GraphQLError,
    readonly given: unknown,
  ) {}
}

/** Throws the refusal of the first invalid value anywhere inside coerced arguments. */
export function refuseInvalid(value: unknown): void {
  if (value instanceof Invalid) throw value.refusal;
  if (typeof value !== 'object' || value === null) return;
  for (const member of Object.values(value)) refuseInvalid(member);
}
