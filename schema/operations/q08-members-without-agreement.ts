// Rows of question 8: members without a signed agreement.
import { absenceOf, type Absence, type Counted, type Coverage, type Rows } from './absence';

interface Named {
  id: string;
  name: string;
}

export interface SignaturesAnswer {
  conferenceMemberships: {
    coverage: Coverage;
    pageInfo: { hasNextPage: boolean };
    edges: {
      node: {
        organization: (Named & { agreementSignatures: Counted | null }) | null;
        unitGroup: Named | null;
      };
    }[];
  } | null;
}

export interface MissingAgreement {
  organization: Named;
  /** An agreement may be kept by any organization, so one that is silent leaves this unknown. */
  absence: Absence;
}

/** One row for each member organization; groups of unnamed units sign nothing by themselves and have no row. */
export function missingAgreements({
  conferenceMemberships: members,
}: SignaturesAnswer): Rows<MissingAgreement> {
  if (!members) return { rows: [], complete: false };
  const rows = new Map<string, MissingAgreement>();
  for (const { node } of members.edges) {
    if (!node.organization) continue;
    const { id, name, agreementSignatures } = node.organization;
    const absence = absenceOf(agreementSignatures);
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
