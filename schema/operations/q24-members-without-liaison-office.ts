// Rows of question 24: members without a valid liaison office.
import { absenceOf, type Absence, type Counted, type Coverage, type Rows } from './absence';

interface Named {
  id: string;
  name: string;
}

export interface MembersAnswer {
  conferenceMemberships: {
    coverage: Coverage;
    pageInfo: { hasNextPage: boolean };
    edges: {
      node: {
        conference: Named | null;
        organization: (Named & { liaisonOffices: Counted | null }) | null;
        unitGroup: (Named & { statedUnitCount: number | null }) | null;
      };
    }[];
  } | null;
}

export interface VacantLiaison {
  organization: Named;
  absence: Absence;
}

/** One row for each member organization; groups of unnamed units have no office and no row. */
export function vacantLiaisons({ conferenceMemberships: members }: MembersAnswer): Rows<VacantLiaison> {
  if (!members) return { rows: [], complete: false };
  const rows = new Map<string, VacantLiaison>();
  for (const { node } of members.edges) {
    if (!node.organization) continue;
    const { id, name, liaisonOffices } = node.organization;
    const absence = absenceOf(liaisonOffices);
    if (absence) rows.set(id, { organization: { id, name }, absence });
  }
  return {
    rows: [...rows.values()],
    complete:
      members.coverage.complete &&
      !members.pageInfo.hasNextPage &&
      members.edges.every(({ node }) => isKnown(node)),
  };
}

/** Neither an organization nor a group: the directory did not answer who the member is. */
function isKnown({ organization, unitGroup }: { organization: unknown; unitGroup: unknown }): boolean {
  return organization !== null || unitGroup !== null;
}
