// The names by which rows of a list name other rows: where they are asked for, and what they are called.

export interface SourceRow {
  id: string;
  [field: string]: unknown;
}

export interface NameSource {
  /** The field of the query. */
  plural: string;
  /** What it is called in sentences. */
  zh: string;
  en: string;
  select: string;
  /** Its names, the one that tells it best from others first. */
  names(row: SourceRow): unknown[];
  /** The id of the row that it lies within. */
  within?(row: SourceRow): string | undefined;
  /** Only those of the home itself can be named. */
  own?: true;
  /** It is one organization's for all: no home may be missing. */
  central?: true;
}

const day = (time: unknown) => String(time ?? '').slice(0, 10);

export const SOURCES: Readonly<Record<string, NameSource>> = {
  organizations: {
    plural: 'organizations',
    zh: '单位',
    en: 'organization',
    select: 'name alias',
    names: ({ name, alias }) => [name, alias],
    central: true,
  },
  categories: {
    plural: 'resourceCategories',
    zh: '资源类目',
    en: 'resource category',
    select: 'name code',
    names: ({ name, code }) => [name, code],
    central: true,
  },
  workAreas: {
    plural: 'workAreas',
    zh: '工作领域',
    en: 'work area',
    select: 'name code',
    names: ({ name, code }) => [name, code],
    central: true,
  },
  conferences: {
    plural: 'jointConferences',
    zh: '联席会议',
    en: 'joint conference',
    select: 'name',
    names: ({ name }) => [name],
  },
  resources: {
    plural: 'sharedResources',
    zh: '共享资源',
    en: 'shared resource',
    select: 'name',
    names: ({ name }) => [name],
  },
  agreements: {
    plural: 'coBuildingAgreements',
    zh: '协议',
    en: 'agreement',
    select: 'title effectiveFrom',
    names: ({ title, effectiveFrom }) => [
      title,
      effectiveFrom ? `${String(title)}（${String(effectiveFrom)}）` : null,
    ],
  },
  projects: {
    plural: 'jointProjects',
    zh: '项目',
    en: 'project',
    select: 'name',
    names: ({ name }) => [name],
    own: true,
  },
  meetings: {
    plural: 'meetings',
    zh: '会议',
    en: 'meeting',
    select: 'title startsAt',
    names: ({ title, startsAt }) => [`${String(title)}（${day(startsAt)}）`, title],
    own: true,
  },
  agendaItems: {
    plural: 'agendaItems',
    zh: '议题',
    en: 'agenda item',
    select: 'title meeting { id }',
    names: ({ title }) => [title],
    within: ({ meeting }) => (meeting as { id: string } | null)?.id,
    own: true,
  },
};
