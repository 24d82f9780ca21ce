// Choices drawn from fast-check's own stream of random numbers, so that a seed replays them.
import type { Random } from 'fast-check';

export interface Dice {
  /** From 0 to `sides` - 1. */
  roll(sides: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, at least `min` of them where there are so many, in any order. */
  some<T>(items: readonly T[], min: number, max: number): T[];
  /** One of the items by their weights. */
  weighted<T>(...items: [weight: number, item: T][]): T;
}

export function createDice(random: Random): Dice {
  const roll = (sides: number) => random.nextInt(0, Math.max(0, sides - 1));
  const pick = <T>(items: readonly T[]) => items[roll(items.length)]!;
  return {
    roll,
    chance: (probability) => random.nextDouble() < probability,
    pick,
    some(items, min, max) {
      const left = [...items];
      const count = Math.min(left.length, min + roll(max - min + 1));
      return Array.from({ length: count }, () => left.splice(roll(left.length), 1)[0]!);
    },
    weighted(...items) {
      let at = random.nextDouble() * items.reduce((sum, [weight]) => sum + weight, 0);
      return (items.find(([weight]) => (at -= weight) < 0) ?? items[items.length - 1]!)[1];
    },
  };
}
