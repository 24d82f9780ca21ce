// Figures of absence: how many have none, and of how many that cannot be said.
import type { Absence } from '../../../../schema/operations/absence';
import { type Coverage, joinCoverage, type Provenance } from '../graph/figures';
import type { Origin } from '../graph/table-content';
import { fillSentence } from '../words/fill-sentence';
import type { Sentence } from '../words/words';

/** Counts only what is sure; the rest is told beside it. Null when the list itself is not the whole. */
export function absenceCount(
  rows: { absence: Absence }[],
  complete: boolean,
  { unknown }: { unknown: Sentence },
): { value: number | null; note?: Sentence } {
  const sure = rows.filter(({ absence }) => absence === 'NONE').length;
  const unsure = rows.length - sure;
  const note = unsure > 0 ? fillSentence(unknown, { n: unsure }) : undefined;
  return { value: complete || sure > 0 ? sure : null, note };
}

/** The list's own coverage and that of each count below it. */
export function absenceCoverage(
  list: Coverage | null,
  counts: readonly (Coverage | null | undefined)[],
): Coverage | null {
  return list && joinCoverage([list, ...counts.filter((it) => it != null)]);
}

interface Membership {
  id: string;
  provenance: Provenance;
  organization: { id: string } | null;
}

/** What is absent has no source of its own: that of the membership says why it should be there. */
export function membershipOf(members: readonly Membership[]) {
  const byOrganization = new Map(members.map((each) => [each.organization?.id, each]));
  return ({ organization }: { organization: { id: string } }): Origin => {
    const found = byOrganization.get(organization.id);
    return { id: found?.id ?? null, owner: null, provenance: found?.provenance ?? null };
  };
}
