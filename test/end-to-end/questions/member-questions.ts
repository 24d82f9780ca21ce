// Models of questions 8 and 24: current members of the conferences and what they lack.
import { named, organization, page } from './answer-parts';
import { inOrder } from './in-order';
import { coverage, coverageOf, rowById, rowsOf, type Row, type World } from './world';

export function membersWithoutLiaisonOffice(world: World) {
  const node = (membership: Row) => ({
    id: membership.id,
    provenance: membership.provenance,
    conference: named(world, 'conference_joint_conference', membership.conferenceId),
    organization: withOffices(world, membership.organizationId),
    unitGroup: unitGroup(world, membership.unitGroupId),
  });
  return { conferenceMemberships: { ...page(currentMembers(world), 500, node), coverage: coverage(world, 'conference') } };
}

export function currentMembers(world: World): Row[] {
  const isCurrent = ({ joinedOn, leftOn }: Row) => (joinedOn === null || joinedOn <= world.today) && (leftOn === null || leftOn > world.today);
  return inOrder(rowsOf(world, 'conference_membership', isCurrent), 'joinedOn');
}

export function unitGroup(world: World, id: string | null) {
  const group = rowById(world, 'directory_unit_group', id);
  return group && { id: group.id, name: group.name, statedUnitCount: group.statedUnitCount };
}

/** Only the organization itself knows its offices; one without an end is valid. */
function withOffices(world: World, id: string | null) {
  const shown = organization(world, id);
  if (!shown) return null;
  const valid = rowsOf(world, 'sharing_liaison_office', ({ home, validUntil }) => home === id && (validUntil === null || validUntil >= world.today));
  return { ...shown, liaisonOffices: { totalCount: world.missing.has(shown.id) ? null : valid.length, coverage: coverageOf(world, [shown.id]) } };
}
