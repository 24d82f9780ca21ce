// Runs work once all that has come to this process was read: all of a turn of the event loop together.

let waiting: (() => void)[] = [];

/** Law: the work does not throw. */
export function afterPoll(work: () => void): void {
  if (waiting.push(work) === 1) setImmediate(runAll);
}

function runAll(): void {
  const works = waiting;
  waiting = [];
  for (const work of works) work();
}
