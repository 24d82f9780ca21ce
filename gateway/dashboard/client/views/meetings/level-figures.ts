// One figure for each level of supervision.
import type { Q14AssignmentsUnderSupervisionQuery } from '../../graph/operation-types';
import type { FigureValue } from '../../graph/figures';
import { readList, sum } from '../../graph/read-list';
import { fillSentence } from '../../words/fill-sentence';
import { highestLevel, type Level, levelWord } from './levels';
import { supervisionTable } from './tables';
import { words } from './words';

/** How often each level was reached; behind it, the assignments that reached it. */
export function levelFigure(level: Level, data: Q14AssignmentsUnderSupervisionQuery): FigureValue {
  const { supervisionRecordSummary: summary } = data;
  const { rows, whole } = readList(data.assignments);
  const groups = (summary?.groups ?? []).filter((group) => group.level === level);
  const reached = rows.filter(({ supervisionSummary }) =>
    supervisionSummary?.groups?.some((group) => group.level === level),
  );
  const highest = rows.filter((row) => highestLevel(row) === level).length;
  return {
    id: `level-${level}`,
    label: levelWord(level),
    value: summary?.groups ? sum(groups.map(({ count }) => count)) : null,
    unit: words.timesUnit,
    note: whole ? fillSentence(words.highestHere, { n: highest }) : undefined,
    coverage: summary?.coverage ?? null,
    provenances: groups.map(({ provenance }) => provenance),
    rows: supervisionTable(reached),
    whole,
  };
}
