// The other end of `spawnProgram`: a program that does what the benchmark asks of it, and ends with the benchmark.
import type { Reply } from './spawn-program';

type Verbs = Record<string, (input: never) => unknown>;

export function answerMessages(verbs: Verbs): void {
  process.on('message', ({ id, verb, input }: { id: number; verb: string; input: unknown }) => {
    void Promise.resolve()
      .then(() => verbs[verb]!(input as never))
      .then(
        (value): Reply => ({ id, value }),
        (fault: Error): Reply => ({ id, fault: fault.stack ?? String(fault) }),
      )
      .then((reply) => process.send!(reply));
  });
  process.once('disconnect', () => process.exit(0));
}
