// The ladder of supervision: a reminder, then the blue, the orange and the red placard.
import type { Q14AssignmentsUnderSupervisionQuery } from '../../graph/operation-types';
import { codeWord } from '../../words/code-word';
import { shell } from '../../words/shell-words';
import type { Sentence } from '../../words/words';

type Supervised = NonNullable<Q14AssignmentsUnderSupervisionQuery['assignments']>['edges'][number]['node'];

export const LEVELS = ['REMINDER', 'BLUE', 'ORANGE', 'RED'] as const;
export type Level = (typeof LEVELS)[number];

/** Null where the levels were not answered. */
export function highestLevel({ supervisionSummary }: Supervised): Level | null {
  const found = supervisionSummary?.groups ?? [];
  return LEVELS.findLast((level) => found.some((group) => group.level === level)) ?? null;
}

export function levelWord(level: Level | null): Sentence {
  return level ? codeWord('SupervisionLevel', level) : shell.unknown;
}
