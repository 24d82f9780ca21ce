// Long work on the serving thread gives way to what clients ask.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds at a time; each turn of the loop that it gives way to may take as long. */
const AT_A_TIME = 4;

/** Call it after each small step: most times it resolves at once, and once the steps took long enough, in the next turn of the loop. */
export function createGiveWay(): () => Promise<void> | undefined {
  let began = performance.now();
  return function giveWay() {
    if (performance.now() - began < AT_A_TIME) return undefined;
    return nextTurn().then(() => void (began = performance.now()));
  };
}
