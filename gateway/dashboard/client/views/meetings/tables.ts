// The tables of meetings and supervision.
import { h } from 'preact';
import type {
  Q12AgendaOfNextMeetingQuery,
  Q13ResolutionsOfLastMeetingQuery,
  Q14AssignmentsUnderSupervisionQuery,
} from '../../graph/operation-types';
import type { Provenance } from '../../graph/figures';
import { tableOf } from '../../graph/table-content';
import { shell } from '../../words/shell-words';
import { codeColumn, dayColumn, numberColumn, textColumn } from '../row-columns';
import { highestLevel, LEVELS, levelWord } from './levels';
import { LevelMark, OnTimeMark } from './meeting-marks';
import { words } from './words';

type Meeting<Query extends { meetings: { edges: { node: unknown }[] } | null }> = NonNullable<
  Query['meetings']
>['edges'][number]['node'];
export type AgendaItem =
  NonNullable<(Meeting<Q12AgendaOfNextMeetingQuery> & { agendaItems: unknown })['agendaItems']> extends {
    edges: { node: infer Node }[];
  }
    ? Node
    : never;
export type Resolution =
  NonNullable<(Meeting<Q13ResolutionsOfLastMeetingQuery> & { resolutions: unknown })['resolutions']> extends {
    edges: { node: infer Node }[];
  }
    ? Node
    : never;
export type Supervised = NonNullable<
  Q14AssignmentsUnderSupervisionQuery['assignments']
>['edges'][number]['node'];

export function agendaTable(rows: AgendaItem[], provenance: Provenance | null) {
  return tableOf<AgendaItem>({
    title: words.agenda,
    columns: [
      numberColumn('position', words.position, ({ position }) => position),
      {
        ...textColumn<AgendaItem>('item', words.item, ({ title }) => title),
        show: (item) => h('a', { href: `#/agenda/${rows.indexOf(item) + 1}` }, item.title),
      },
      textColumn('proposer', words.proposer, ({ proposer }) => proposer?.name),
      {
        id: 'on-time',
        title: words.onTime,
        text: ({ onTime }, language) =>
          (onTime === null ? shell.unknown : onTime ? words.yes : words.no)[language],
        show: ({ onTime }) => h(OnTimeMark, { onTime }),
      },
      codeColumn('state', words.state, 'AgendaItemState', ({ state }) => state),
    ],
    rows,
    key: ({ id }) => id,
    name: ({ title }) => title,
    origin: ({ id }) => ({ id, owner: null, provenance }),
  });
}

export function resolutionTable(rows: Resolution[], provenance: Provenance | null) {
  const done = ({ assignments }: Resolution) =>
    assignments?.edges.filter(({ node }) => node.state === 'CONFIRMED').length ?? 0;
  return tableOf<Resolution>({
    title: words.resolutions,
    columns: [
      textColumn('number', words.number, ({ number }) => number),
      textColumn('resolution', words.resolution, ({ title }) => title),
      codeColumn('state', words.state, 'ResolutionState', ({ state }) => state),
      {
        id: 'assignments',
        title: words.assignments,
        text: (row, language) =>
          row.assignments ? `${done(row)}/${row.assignments.totalCount}` : shell.unknown[language],
      },
      dayColumn('due', words.due, ({ dueOn }) => dueOn),
      {
        ...numberColumn<Resolution>('overdue', words.overdueDays, ({ overdueDays }) => overdueDays),
        text: ({ overdueDays }, language) =>
          overdueDays === null ? shell.dash[language] : String(overdueDays),
      },
    ],
    rows,
    key: ({ id }) => id,
    name: ({ title }) => title,
    origin: ({ id }) => ({ id, owner: null, provenance }),
  });
}

export function supervisionTable(rows: Supervised[]) {
  return tableOf<Supervised>({
    title: words.supervised,
    columns: [
      textColumn('assignment', words.assignment, ({ text }) => text),
      textColumn('responsible', words.responsible, ({ responsible }) => responsible?.name),
      {
        id: 'level',
        title: words.level,
        text: (row, language) => levelWord(highestLevel(row))[language],
        show: (row) => h(LevelMark, { level: highestLevel(row) }),
        sort: (row) => LEVELS.indexOf(highestLevel(row)!),
      },
      numberColumn('times', words.times, ({ supervisionSummary }) => supervisionSummary?.count),
      dayColumn('due', words.due, ({ dueOn }) => dueOn),
      numberColumn('overdue', words.overdueDays, ({ overdueDays }) => overdueDays),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, provenance }) => ({ id, owner: null, provenance }),
  });
}
