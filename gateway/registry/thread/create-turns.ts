// One after the other: what is checked against the newest version is appended before the next is checked.
import { refuse } from '../../../schema/codes';

/** Publications that may wait; each takes a second at most. */
const MAX_WAITING = 200;

export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return function turn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (waiting >= MAX_WAITING) throw tooMany();
    waiting += 1;
    const done = last.then(work).finally(() => void (waiting -= 1));
    last = done.catch(() => undefined);
    return done;
  };
}

function tooMany() {
  return refuse('OVERLOADED', {
    zh: `已有 ${MAX_WAITING} 次发布在等待；请稍后再试。`,
    en: `${MAX_WAITING} publications wait already; try again later.`,
  });
}
