// Whether this version of the page can still draw a paper's answers: the questions must have the texts that they had.
import type { Answers } from '../graph/frozen-answers';
import type { Operation } from '../graph/operation';
import * as operations from '../graph/operations';

const HASHES = new Map(
  (Object.values(operations) as Operation<unknown, unknown>[]).map(({ name, hash }) => [name, hash]),
);

export function isDrawable(answers: Answers): boolean {
  return Object.keys(answers).every((key) => {
    const [name, hash] = key.split(':') as [string, string];
    return HASHES.get(name)?.startsWith(hash) ?? false;
  });
}
