// Cases as fast-check knows them: drawn from its random numbers, cut smaller by their own steps.
import { Arbitrary, stream, Value, type Random, type Stream } from 'fast-check';
import type { Case } from './case';
import { createDice } from './dice';
import { drawCase } from './draw-case';
import { smallerCases } from './shrink-case';
import type { World } from './world';

class CaseArbitrary extends Arbitrary<Case> {
  constructor(private readonly worlds: readonly World[]) {
    super();
  }

  override generate(random: Random): Value<Case> {
    return new Value(drawCase(createDice(random), this.worlds), undefined);
  }

  /** A case says all that is needed to cut it. */
  override canShrinkWithoutContext(value: unknown): value is Case {
    return typeof value === 'object' && value !== null && 'roots' in value;
  }

  override shrink(value: Case): Stream<Value<Case>> {
    return stream(smallerCases(value)).map((smaller) => new Value(smaller, undefined));
  }
}

export function casesOf(worlds: readonly World[]): Arbitrary<Case> {
  return new CaseArbitrary(worlds);
}
