// Models of questions 8 and 24: current members of the conferences and what they lack.
import { named, organization, pageWithCursor } from './answer-parts';
import { inOrder } from './in-order';
import { coverage, coverageOf, rowById, rowsOf, type Row, type World } from './world';

export function membersWithoutAgreement(world: World) {
  return members(world, (id) => ({ agreementSignatures: signatures(world, id) }));
}

export function membersWithoutLiaisonOffice(world: World) {
  return members(world, (id) => ({ liaisonOffices: offices(world, id) }));
}

function members<Shown>(world: World, show: (organization: string) => Shown) {
  const node = (membership: Row) => {
    const member = organization(world, membership.organizationId);
    return {
      id: membership.id,
      provenance: membership.provenance,
      conference: named(world, 'conference_joint_conference', membership.conferenceId),
      organization: member && { ...member, ...show(member.id) },
      unitGroup: unitGroup(world, membership.unitGroupId),
    };
  };
  return {
    conferenceMemberships: {
      ...pageWithCursor(currentMembers(world), 500, node),
      coverage: coverage(world, 'conference'),
    },
  };
}

function currentMembers(world: World): Row[] {
  const isCurrent = ({ joinedOn, leftOn }: Row) =>
    (joinedOn === null || joinedOn <= world.today) && (leftOn === null || leftOn > world.today);
  return inOrder(rowsOf(world, 'conference_membership', isCurrent), 'joinedOn');
}

export function unitGroup(world: World, id: string | null) {
  const group = rowById(world, 'directory_unit_group', id);
  return group && { id: group.id, name: group.name, statedUnitCount: group.statedUnitCount };
}

/** Of agreements in force, wherever they are kept. */
function signatures(world: World, organizationId: string) {
  const inForce = rowsOf(
    world,
    'cobuilding_agreement',
    ({ state }) => ['SIGNED', 'ACTIVE', 'SUSPENDED'].includes(state as string),
  ).map(({ id }) => id);
  const signed = rowsOf(
    world,
    'cobuilding_agreement_signatory',
    (row) => row.organizationId === organizationId && inForce.includes(row.agreementId as string),
  );
  return { totalCount: signed.length, coverage: coverage(world, 'cobuilding') };
}

/** Only the organization itself knows its offices; one without an end is valid. */
function offices(world: World, organizationId: string) {
  const valid = rowsOf(
    world,
    'sharing_liaison_office',
    ({ home, validUntil }) => home === organizationId && (validUntil === null || validUntil >= world.today),
  );
  return {
    totalCount: world.missing.has(organizationId) ? null : valid.length,
    coverage: coverageOf(world, [organizationId]),
  };
}
