// How many projects stand where: one figure for each state that some project is in; what only a source says stands apart.
import type { Q16ProjectsWithFundingQuery } from '../../graph/operation-types';
import type { FigureValue } from '../../graph/figures';
import { readList } from '../../graph/read-list';
import { codeWord } from '../../words/code-word';
import { statedProjectWord } from '../../words/project-state-word';
import { type Project, projectTable } from './tables';
import { words } from './words';

const STATES = [
  'PROPOSED',
  'APPROVED',
  'FUNDING',
  'IN_PROGRESS',
  'COMPLETED',
  'ACCEPTED',
  'PUBLISHED',
  'CLOSED',
  'SUSPENDED',
  'CANCELLED',
];
const STATED = ['PLANNED', 'COMPLETED'];

/** Null for each when the list of projects is not the whole. */
export function projectStates({ jointProjects }: Q16ProjectsWithFundingQuery): FigureValue[] {
  const { rows, coverage, whole } = readList(jointProjects);
  const figure = (
    id: string,
    label: FigureValue['label'],
    isIn: (project: Project) => boolean,
  ): FigureValue => {
    const found = rows.filter(isIn);
    return {
      id,
      label,
      value: whole ? found.length : null,
      unit: words.items,
      coverage,
      provenances: found.map(({ provenance }) => provenance),
      rows: projectTable(found),
      whole,
    };
  };
  return [
    ...STATES.map((state) =>
      figure(`projects-${state}`, codeWord('ProjectState', state), (project) => project.state === state),
    ),
    ...STATED.map((status) =>
      figure(
        `projects-stated-${status}`,
        statedProjectWord(status),
        (project) => project.state === null && project.statedStatus === status,
      ),
    ),
  ].filter(({ rows: { rows: found } }) => found.length > 0);
}
