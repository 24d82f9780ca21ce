// The figures of members and liaison offices: question 24.
import {
  type VacantLiaison,
  vacantLiaisons,
} from '../../../../../schema/operations/q24-members-without-liaison-office';
import type { Q24MembersWithoutLiaisonOfficeQuery } from '../../graph/operation-types';
import { Q08MembersWithoutAgreement, Q24MembersWithoutLiaisonOffice } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { fillSentence } from '../../words/fill-sentence';
import { shell } from '../../words/shell-words';
import { absenceCount, absenceCoverage, membershipOf } from '../absence-figure';
import { membersUnsigned } from '../agreements/figures';
import { textColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { words } from './words';

type Membership = NonNullable<
  Q24MembersWithoutLiaisonOfficeQuery['conferenceMemberships']
>['edges'][number]['node'];

export function useMemberFigures(): FigureSlot[] {
  const picture = usePicture(Q24MembersWithoutLiaisonOffice);
  return [
    slot({ id: 'members', label: words.members, picture, make: memberFigure }),
    slot({ id: 'liaison-vacant', label: words.vacant, picture, make: vacantFigure }),
  ];
}

/** The agreements' own figure, shown here as well. */
export function useUnsignedFigure(): FigureSlot {
  const picture = usePicture(Q08MembersWithoutAgreement);
  return slot({ id: 'members-unsigned', label: words.unsigned, picture, make: membersUnsigned });
}

/** An organization may be a member of several conferences; it is one member. */
function memberFigure({ conferenceMemberships }: Q24MembersWithoutLiaisonOfficeQuery) {
  const { rows, coverage, whole } = readList(conferenceMemberships);
  const members = new Set(rows.flatMap(({ organization }) => organization?.id ?? []));
  const groups = new Set(rows.flatMap(({ unitGroup }) => unitGroup?.id ?? []));
  return {
    value: whole ? members.size : null,
    unit: words.units,
    note: groups.size > 0 ? fillSentence(words.groups, { n: groups.size }) : undefined,
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: memberTable(rows),
    whole,
  };
}

function memberTable(rows: Membership[]) {
  return tableOf<Membership>({
    title: words.memberLong,
    columns: [
      textColumn(
        'organization',
        words.organization,
        ({ organization, unitGroup }) => organization?.name ?? unitGroup?.name,
      ),
      textColumn('conference', words.conference, ({ conference }) => conference?.name),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, provenance }) => ({ id, owner: null, provenance }),
  });
}

function vacantFigure(data: Q24MembersWithoutLiaisonOfficeQuery) {
  const { rows, complete } = vacantLiaisons(data);
  const { rows: members, coverage } = readList(data.conferenceMemberships);
  const { value, note } = absenceCount(rows, complete, { unknown: words.alsoUnknown });
  return {
    value,
    unit: words.units,
    note,
    coverage: absenceCoverage(
      coverage,
      members.map(({ organization }) => organization?.liaisonOffices?.coverage),
    ),
    provenances: members.map(({ provenance }) => provenance),
    rows: vacantTable(rows, members),
    whole: complete,
  };
}

function vacantTable(rows: VacantLiaison[], members: Membership[]) {
  const absent = { NONE: words.NONE, UNKNOWN: shell.unknown, NOT_JOINED: shell.notJoined };
  return tableOf<VacantLiaison>({
    title: words.vacantLong,
    columns: [
      textColumn('organization', words.organization, ({ organization }) => organization.name),
      { id: 'absence', title: words.absence, text: ({ absence }, language) => absent[absence][language] },
    ],
    rows,
    key: ({ organization }) => organization.id,
    origin: membershipOf(members),
  });
}
