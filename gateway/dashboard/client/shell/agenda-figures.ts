// The figures of one item of the agenda: how long its need waits, and what could answer it.
import type { FigureValue } from '../graph/figures';
import type { AgendaMattersQuery } from '../graph/operation-types';
import { readList } from '../graph/read-list';
import { tableOf } from '../graph/table-content';
import { sayAmount, sayTotal } from '../views/projects/money';
import { codeColumn, numberColumn, textColumn } from '../views/row-columns';
import { agendaWords as words } from './agenda-words';

type Meetings = NonNullable<AgendaMattersQuery['meetings']>;
export type Matter = NonNullable<Meetings['edges'][number]['node']['agendaItems']>['edges'][number]['node'];
export type MatterNeed = NonNullable<Matter['need']>;
export type MatterProject = NonNullable<MatterNeed['project']>;
type Matching = NonNullable<NonNullable<MatterNeed['category']>['sharedResources']>;
type MatchingResource = Matching['edges'][number]['node'];

export function needFigure(need: MatterNeed, coverage: FigureValue['coverage']): FigureValue {
  const rows = tableOf<MatterNeed>({
    title: words.need,
    columns: [
      textColumn('need', words.need, ({ text }) => text),
      textColumn('owner', words.owner, ({ owner }) => owner?.name),
      codeColumn('state', words.state, 'NeedState', ({ state }) => state),
      numberColumn('days', words.waiting, ({ daysSincePublished }) => daysSincePublished),
    ],
    rows: [need],
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
  return {
    id: 'agenda-need',
    label: words.waiting,
    value: need.daysSincePublished,
    unit: words.days,
    coverage,
    provenances: [need.provenance],
    rows,
    whole: true,
  };
}

export function projectFigure(project: MatterProject, coverage: FigureValue['coverage']): FigureValue {
  const { planned, contributionSummary: money } = project;
  const rows = tableOf<MatterProject>({
    title: words.project,
    columns: [
      textColumn('project', words.project, ({ name }) => name),
      {
        id: 'planned',
        title: words.planned,
        isNumber: true,
        text: (_, language) => sayAmount(planned)[language],
      },
      {
        id: 'pledged',
        title: words.pledged,
        isNumber: true,
        text: (_, language) => sayTotal(money?.pledged)[language],
      },
      {
        id: 'delivered',
        title: words.delivered,
        isNumber: true,
        text: (_, language) => sayTotal(money?.delivered)[language],
      },
    ],
    rows: [project],
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
  const delivered = money?.delivered?.knownFen ?? null;
  return {
    id: 'agenda-project',
    label: words.delivered,
    value: delivered === null ? null : Number(delivered),
    written: sayTotal(money?.delivered),
    coverage,
    provenances: [project.provenance],
    rows,
    whole: true,
  };
}

/** Null for a need of no category: nothing says what would answer it. */
export function matchingFigure({ category }: MatterNeed): FigureValue | null {
  if (!category) return null;
  const { rows: found, total, coverage, whole } = readList(category.sharedResources);
  const rows = tableOf<MatchingResource>({
    title: words.matches,
    columns: [
      textColumn('resource', words.resource, ({ name }) => name),
      numberColumn('capacity', words.capacity, ({ capacity }) => capacity),
    ],
    rows: found,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
  const provenances = found.map(({ provenance }) => provenance);
  return {
    id: 'agenda-matches',
    label: words.matches,
    value: total,
    unit: words.pieces,
    coverage,
    provenances,
    rows,
    whole,
  };
}
