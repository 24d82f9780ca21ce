// Questions 8 and 24 as one list: each member with its conferences, whether it has signed, and whether its liaison post is filled.
import { absenceOf, type Absence } from '../../../../../schema/operations/absence';
import type { Provenance } from '../../graph/figures';
import type {
  Q08MembersWithoutAgreementQuery,
  Q24MembersWithoutLiaisonOfficeQuery,
} from '../../graph/operation-types';
import { readList } from '../../graph/read-list';

/** PRESENT: there is one. NOT_APPLICABLE: a group of unnamed units has none by itself. */
export type Has = 'PRESENT' | 'NOT_APPLICABLE' | Absence;

export interface MemberStanding {
  id: string;
  name: string | null;
  /** How many units a group stands for, where it says so. */
  unitCount: number | null;
  isGroup: boolean;
  conferences: string[];
  agreement: Has;
  liaison: Has;
  membership: string;
  provenances: Provenance[];
}

export function memberStandings(
  offices: Q24MembersWithoutLiaisonOfficeQuery,
  signatures: Q08MembersWithoutAgreementQuery | null,
): MemberStanding[] {
  const signed = signedByMember(signatures);
  const rows = new Map<string, MemberStanding>();
  for (const { id, conference, organization, unitGroup, provenance } of readList(
    offices.conferenceMemberships,
  ).rows) {
    const key = organization?.id ?? unitGroup?.id ?? id;
    const isGroup = !organization && unitGroup !== null;
    const row = rows.get(key) ?? {
      id: key,
      name: organization?.name ?? unitGroup?.name ?? null,
      unitCount: unitGroup?.statedUnitCount ?? null,
      isGroup,
      conferences: [],
      agreement: isGroup ? 'NOT_APPLICABLE' : (signed.get(key) ?? 'UNKNOWN'),
      liaison: isGroup ? 'NOT_APPLICABLE' : (absenceOf(organization?.liaisonOffices) ?? 'PRESENT'),
      membership: id,
      provenances: [],
    };
    if (conference) row.conferences.push(conference.name);
    row.provenances.push(provenance);
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => urgency(b) - urgency(a));
}

function signedByMember(signatures: Q08MembersWithoutAgreementQuery | null): Map<string, Has> {
  const members = readList(signatures?.conferenceMemberships).rows;
  return new Map(
    members.flatMap(({ organization }) =>
      organization
        ? [[organization.id, absenceOf(organization.agreementSignatures) ?? 'PRESENT'] as const]
        : [],
    ),
  );
}

/** What is missing stands first, then what is not known, then the rest. */
function urgency({ agreement, liaison }: MemberStanding): number {
  const weight: Record<Has, number> = { NONE: 8, UNKNOWN: 3, NOT_JOINED: 2, PRESENT: 1, NOT_APPLICABLE: 0 };
  return weight[agreement] + weight[liaison];
}
