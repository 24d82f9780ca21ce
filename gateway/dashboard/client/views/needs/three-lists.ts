// The three lists of the conference, side by side: needs and resources meet in their category, projects name their need.
import { type Absence, absenceOf } from '../../../../../schema/operations/absence';
import type { FigureValue } from '../../graph/figures';
import type { ThreeListsQuery } from '../../graph/operation-types';
import { type List, readList } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { projectStateWord } from '../../words/project-state-word';
import { shell } from '../../words/shell-words';
import type { Sentence } from '../../words/words';
import { codeColumn, dayColumn, numberColumn, textColumn } from '../row-columns';
import { words } from './words';

type Node<List extends keyof ThreeListsQuery> = NonNullable<ThreeListsQuery[List]>['edges'][number]['node'];
export type OpenNeed = Node<'needs'>;
export type Resource = Node<'sharedResources'>;
export type Project = Node<'jointProjects'>;

export interface Band {
  /** Null for needs and resources of no category. */
  category: { id: string; name: string } | null;
  needs: OpenNeed[];
  resources: Resource[];
  /** Why no resource stands here; null where one does. */
  absence: Absence | null;
}

/** Nobody works at it yet. */
export function isUnclaimed({ state }: OpenNeed): boolean {
  return state === 'PUBLISHED' || state === 'ESCALATED';
}

/** Longest unclaimed first; what nobody asked for last. */
export function bandsOf({ needs, sharedResources }: ThreeListsQuery): Band[] {
  const resources = readList(sharedResources);
  const bands = new Map<string, Band>();
  for (const need of readList(needs).rows) bandOf(bands, need.category).needs.push(need);
  for (const resource of resources.rows) bandOf(bands, resource.category).resources.push(resource);
  for (const band of bands.values()) {
    band.absence = absenceIn(band, resources);
    band.needs.sort((a, b) => Number(isUnclaimed(b)) - Number(isUnclaimed(a)));
  }
  return [...bands.values()].sort((a, b) => urgency(b) - urgency(a));
}

function bandOf(bands: Map<string, Band>, category: Band['category']): Band {
  const key = category?.id ?? '';
  const band = bands.get(key) ?? { category, needs: [], resources: [], absence: null };
  bands.set(key, band);
  return band;
}

/** “None” is only said of a list that is the whole, answered by all. */
function absenceIn({ resources: found }: Band, { coverage, whole }: List<Resource>): Absence | null {
  if (found.length > 0) return null;
  return absenceOf(
    coverage && whole ? { totalCount: 0, coverage: { ...coverage, missing: [...coverage.missing] } } : null,
  );
}

function urgency({ needs }: Band): number {
  const waits = needs.filter(isUnclaimed).map(({ daysSincePublished }) => daysSincePublished ?? 0);
  return waits.length > 0 ? 1 + Math.max(...waits) : needs.length > 0 ? 0 : -1;
}

const STATES = [
  'IN_PROGRESS',
  'FUNDING',
  'APPROVED',
  'PROPOSED',
  'SUSPENDED',
  'COMPLETED',
  'ACCEPTED',
  'PUBLISHED',
  'CLOSED',
  'CANCELLED',
];

/** What is being done first, what a source calls done last. */
export function projectsInOrder({ jointProjects }: ThreeListsQuery): Project[] {
  const rank = ({ state, statedStatus }: Project) =>
    state === null ? STATES.length + (statedStatus === 'PLANNED' ? 0 : 1) : STATES.indexOf(state);
  return [...readList(jointProjects).rows].sort((a, b) => rank(a) - rank(b));
}

interface ListFigureOptions<Row> {
  id: string;
  label: Sentence;
  unit: Sentence;
  list: List<Row & { provenance: FigureValue['provenances'][number] }>;
  rows: FigureValue['rows'];
}

function listFigure<Row>({ list, ...rest }: ListFigureOptions<Row>): FigureValue {
  const { total, coverage, rows, whole } = list;
  return { ...rest, value: total, coverage, whole, provenances: rows.map(({ provenance }) => provenance) };
}

export function needList({ needs }: ThreeListsQuery): FigureValue {
  const list = readList(needs);
  const rows = tableOf<OpenNeed>({
    title: words.openNeeds,
    columns: [
      textColumn('need', words.need, ({ text }) => text),
      textColumn('category', words.category, ({ category }) => category?.name),
      codeColumn('state', words.state, 'NeedState', ({ state }) => state),
      {
        id: 'claimants',
        title: words.claimant,
        text: (need, language) => claimants(need).join('、') || shell.dash[language],
      },
      numberColumn('days', words.days, ({ daysSincePublished }) => daysSincePublished),
      dayColumn('claim-by', words.claimBy, ({ claimBy }) => claimBy),
    ],
    rows: list.rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
  return listFigure({ id: 'list-needs', label: words.openNeeds, unit: words.items, list, rows });
}

export function claimants({ claims }: OpenNeed): string[] {
  return (claims?.edges ?? []).map(({ node }) => node.claimant?.name ?? '?');
}

export function resourceList({ sharedResources }: ThreeListsQuery): FigureValue {
  const list = readList(sharedResources);
  const rows = tableOf<Resource>({
    title: words.listedResources,
    columns: [
      textColumn('resource', words.resource, ({ name }) => name),
      textColumn('category', words.category, ({ category }) => category?.name),
      codeColumn('kind', words.kind, 'ResourceKind', ({ kind }) => kind),
      {
        ...numberColumn<Resource>('capacity', words.capacity, ({ capacity }) => capacity),
        text: ({ capacity }, language) => (capacity === null ? shell.dash[language] : String(capacity)),
      },
    ],
    rows: list.rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
  return listFigure({ id: 'list-resources', label: words.listedResources, unit: words.pieces, list, rows });
}

export function projectList(data: ThreeListsQuery): FigureValue {
  const list = readList(data.jointProjects);
  const rows = tableOf<Project>({
    title: words.projectList,
    columns: [
      textColumn('project', words.project, ({ name }) => name),
      { id: 'state', title: words.state, text: (project, language) => projectStateWord(project)[language] },
      { id: 'need', title: words.answers, text: ({ need }, language) => need?.text ?? shell.dash[language] },
    ],
    rows: projectsInOrder(data),
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
  return listFigure({ id: 'list-projects', label: words.projectList, unit: words.projectsUnit, list, rows });
}
