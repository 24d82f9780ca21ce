// The figures of agreements and tasks: questions 5 to 8.
import type { Absence } from '../../../../../schema/operations/absence';
import {
  type MissingAgreement,
  missingAgreements,
} from '../../../../../schema/operations/q08-members-without-agreement';
import type {
  Q05AgreementsExpiringQuery,
  Q06TasksOverdueQuery,
  Q07TasksUnconfirmedQuery,
  Q08MembersWithoutAgreementQuery,
} from '../../graph/operation-types';
import {
  Q05AgreementsExpiring,
  Q06TasksOverdue,
  Q07TasksUnconfirmed,
  Q08MembersWithoutAgreement,
} from '../../graph/operations';
import { largest, readList } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { fillSentence, inBoth } from '../../words/fill-sentence';
import { writeDay } from '../../words/write-figures';
import { codeColumn, dayColumn, numberColumn, textColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { absenceCount, absenceCoverage, membershipOf } from '../absence-figure';
import { words } from './words';

type Edges<List extends { edges: { node: unknown }[] } | null> = NonNullable<List>['edges'][number]['node'];
export type OverdueTask = Edges<Q06TasksOverdueQuery['agreementTasks']>;
type SubmittedTask = Edges<Q07TasksUnconfirmedQuery['agreementTasks']>;
type Membership = Edges<Q08MembersWithoutAgreementQuery['conferenceMemberships']>;
type Expiring = Edges<Q05AgreementsExpiringQuery['coBuildingAgreements']>;

export function useAgreementFigures(): FigureSlot[] {
  const overdue = usePicture(Q06TasksOverdue);
  const submitted = usePicture(Q07TasksUnconfirmed);
  const expiring = usePicture(Q05AgreementsExpiring);
  const unsigned = usePicture(Q08MembersWithoutAgreement);
  return [
    slot({ id: 'tasks-overdue', label: words.overdue, picture: overdue, make: tasksOverdue }),
    slot({ id: 'tasks-unconfirmed', label: words.unconfirmed, picture: submitted, make: tasksUnconfirmed }),
    slot({ id: 'agreements-expiring', label: words.expiring, picture: expiring, make: agreementsExpiring }),
    slot({ id: 'members-unsigned', label: words.unsigned, picture: unsigned, make: membersUnsigned }),
  ];
}

function tasksOverdue({ agreementTasks }: Q06TasksOverdueQuery) {
  const { rows, total, coverage, whole } = readList(agreementTasks);
  const longest = largest(rows.map(({ overdueDays }) => overdueDays));
  const note = longest === null ? undefined : fillSentence(words.longestOverdue, { n: longest });
  const provenances = rows.map(({ provenance }) => provenance);
  return {
    value: total,
    unit: words.items,
    alarm: true,
    note,
    coverage,
    provenances,
    rows: overdueTable(rows),
    whole,
  };
}

/** A group of unnamed units may be responsible; it stands by its own name. */
export function responsibleName({ responsible, responsibleUnitGroup }: OverdueTask): string | null {
  return responsible?.name ?? responsibleUnitGroup?.name ?? null;
}

function overdueTable(rows: OverdueTask[]) {
  return tableOf<OverdueTask>({
    title: words.overdue,
    columns: [
      textColumn('task', words.task, ({ text }) => text),
      textColumn('responsible', words.responsible, responsibleName),
      numberColumn('overdue', words.overdueDays, ({ overdueDays }) => overdueDays),
      dayColumn('due', words.due, ({ dueOn }) => dueOn),
      codeColumn('state', words.state, 'TaskState', ({ state }) => state),
      {
        ...textColumn<OverdueTask>('agreement', words.agreement, ({ agreement }) => agreement?.title),
        isMinor: true,
      },
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, agreement, provenance }) => ({ id, owner: agreement?.owner?.name ?? null, provenance }),
  });
}

function tasksUnconfirmed({ agreementTasks }: Q07TasksUnconfirmedQuery) {
  const { rows, total, coverage, whole } = readList(agreementTasks);
  const longest = largest(rows.map(({ waitingDays }) => waitingDays));
  const note = longest === null ? undefined : fillSentence(words.longestWait, { n: longest });
  const provenances = rows.map(({ provenance }) => provenance);
  return { value: total, unit: words.items, note, coverage, provenances, rows: submittedTable(rows), whole };
}

function submittedTable(rows: SubmittedTask[]) {
  return tableOf<SubmittedTask>({
    title: words.unconfirmed,
    columns: [
      textColumn('task', words.task, ({ text }) => text),
      textColumn('beneficiary', words.beneficiary, ({ beneficiary }) => beneficiary?.name),
      numberColumn('waiting', words.waitingDays, ({ waitingDays }) => waitingDays),
      textColumn('responsible', words.responsible, ({ responsible }) => responsible?.name),
      dayColumn('submitted', words.submitted, ({ submittedAt }) => submittedAt),
      dayColumn('due', words.due, ({ dueOn }) => dueOn),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, agreement, provenance }) => ({ id, owner: agreement?.owner?.name ?? null, provenance }),
  });
}

function agreementsExpiring({ coBuildingAgreements }: Q05AgreementsExpiringQuery) {
  const { rows, total, coverage, whole } = readList(coBuildingAgreements);
  const first = rows[0]?.effectiveTo;
  const note = first
    ? inBoth(
        (language) =>
          fillSentence(words.nextExpiry, { day: writeDay(first, language, coverage?.asOf) })[language],
      )
    : undefined;
  const provenances = rows.map(({ provenance }) => provenance);
  return {
    value: total,
    unit: words.agreements,
    note,
    coverage,
    provenances,
    rows: expiringTable(rows),
    whole,
  };
}

function expiringTable(rows: Expiring[]) {
  const signatories = ({ signatories: list }: Expiring) =>
    list?.edges.map(({ node }) => node.organization?.name ?? node.unitGroup?.name ?? '?').join('、');
  return tableOf<Expiring>({
    title: words.expiringLong,
    columns: [
      textColumn('title', words.agreement, ({ title }) => title),
      dayColumn('to', words.effectiveTo, ({ effectiveTo }) => effectiveTo),
      codeColumn('state', words.state, 'AgreementState', ({ state }) => state),
      textColumn('signatories', words.signatories, signatories),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}

export function membersUnsigned(data: Q08MembersWithoutAgreementQuery) {
  const { rows, complete } = missingAgreements(data);
  const { coverage, rows: members } = readList(data.conferenceMemberships);
  const { value, note } = absenceCount(rows, complete, { unknown: words.alsoUnknown });
  return {
    value,
    unit: words.members,
    note,
    coverage: absenceCoverage(
      coverage,
      members.map(({ organization }) => organization?.agreementSignatures?.coverage),
    ),
    provenances: members.map(({ provenance }) => provenance),
    rows: unsignedTable(rows, members),
    whole: complete,
  };
}

function unsignedTable(rows: MissingAgreement[], members: Membership[]) {
  return tableOf<MissingAgreement>({
    title: words.unsignedLong,
    columns: [
      textColumn('name', words.organization, ({ organization }) => organization.name),
      {
        id: 'absence',
        title: words.absence,
        text: ({ absence }, language) => words[absence satisfies Absence][language],
      },
    ],
    rows,
    key: ({ organization }) => organization.id,
    origin: membershipOf(members),
  });
}
