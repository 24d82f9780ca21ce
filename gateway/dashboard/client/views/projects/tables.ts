// The tables of projects and money.
import type { ProjectToPost } from '../../../../../schema/operations/q19-projects-to-post';
import type {
  Q16ProjectsWithFundingQuery,
  Q17ContributionsThisYearQuery,
  Q18FundingSharesQuery,
  Q19ProjectsToPostQuery,
} from '../../graph/operation-types';
import { type Column, tableOf } from '../../graph/table-content';
import { projectStateWord } from '../../words/project-state-word';
import { shell } from '../../words/shell-words';
import type { Sentence } from '../../words/words';
import { codeColumn, dayColumn, textColumn } from '../row-columns';
import { sayAmount, sayTotal } from './money';
import { words } from './words';

export type Project = NonNullable<Q16ProjectsWithFundingQuery['jointProjects']>['edges'][number]['node'];
export type ContributionGroup = NonNullable<
  NonNullable<Q17ContributionsThisYearQuery['contributionSummary']>['groups']
>[number];
export type ShareGroup = NonNullable<
  NonNullable<Q18FundingSharesQuery['fundingShareSummary']>['groups']
>[number];
type Finished = NonNullable<Q19ProjectsToPostQuery['jointProjects']>['edges'][number]['node'];

/** Sorted by whole fen, which are exact as numbers up to ninety million million yuan. */
export function moneyColumn<Row>(
  id: string,
  title: Sentence,
  say: (row: Row) => Sentence,
  fen: (row: Row) => string | null | undefined,
): Column<Row> {
  return {
    id,
    title,
    isNumber: true,
    text: (row, language) => say(row)[language],
    sort: (row) => (fen(row) == null ? null : Number(fen(row))),
  };
}

export function projectTable(rows: Project[]) {
  return tableOf<Project>({
    title: words.projects,
    columns: [
      textColumn('project', words.project, ({ name }) => name),
      { id: 'state', title: words.state, text: (project, language) => projectStateWord(project)[language] },
      {
        id: 'lead',
        isMinor: true,
        title: words.lead,
        text: ({ lead, ownerStated }, language) =>
          lead?.name ?? (ownerStated ? shell.unknown : words.unstated)[language],
      },
      moneyColumn(
        'planned',
        words.planned,
        ({ planned }) => sayAmount(planned),
        ({ planned }) => planned?.fen,
      ),
      moneyColumn(
        'invested',
        words.invested,
        ({ invested }) => sayAmount(invested),
        ({ invested }) => invested?.fen,
      ),
      moneyColumn(
        'pledged',
        words.pledged,
        ({ contributionSummary }) => sayTotal(contributionSummary?.pledged),
        ({ contributionSummary }) => contributionSummary?.pledged?.fen,
      ),
      moneyColumn(
        'delivered',
        words.delivered,
        ({ contributionSummary }) => sayTotal(contributionSummary?.delivered),
        ({ contributionSummary }) => contributionSummary?.delivered?.fen,
      ),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}

export function toPostTable(rows: ProjectToPost[], projects: Finished[], nameOf: (home: string) => string) {
  const absent = { NONE: words.NONE, UNKNOWN: shell.unknown, NOT_JOINED: shell.notJoined };
  const known = (id: string | undefined) => projects.find((project) => project.id === id);
  return tableOf<ProjectToPost>({
    title: words.toPostLong,
    columns: [
      {
        id: 'project',
        title: words.project,
        text: ({ project }, language) => project?.name ?? shell.unknown[language],
      },
      {
        id: 'home',
        title: words.home,
        text: ({ project, home }) => known(project?.id)?.owner?.name ?? nameOf(home),
      },
      { id: 'absence', title: words.absence, text: ({ absence }, language) => absent[absence][language] },
      codeColumn('state', words.state, 'ProjectState', ({ project }) => project?.state),
      dayColumn('ends', words.endsOn, ({ project }) => project?.endsOn),
    ],
    rows,
    key: ({ project, home }) => project?.id ?? home,
    origin: ({ project, home }) => ({
      id: project?.id ?? null,
      owner: known(project?.id)?.owner?.name ?? nameOf(home),
      provenance: known(project?.id)?.provenance ?? null,
    }),
  });
}
