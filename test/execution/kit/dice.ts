// Numbers that look random and are the same for the same words: of worlds, values and faults.

/** FNV-1a with a final mix: from 0 to 2^32 - 1. */
export function hashOf(...words: Array<string | number>): number {
  const text = words.join('|');
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export interface Dice {
  /** From 0 to `sides` - 1. */
  roll(sides: number): number;
  chance(percent: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

export function createDice(seed: string): Dice {
  let count = 0;
  const roll = (sides: number) => hashOf(seed, count++) % sides;
  return {
    roll,
    chance: (percent) => roll(100) < percent,
    pick: (items) => items[roll(items.length)]!,
  };
}
