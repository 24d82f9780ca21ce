// Who is a member of a joint conference, and who of them votes.
import type { EntityManager } from 'typeorm';
import type { Role } from '../../kit/workflow/role';
import { ConferenceMembership } from '../conference-membership/conference-membership';
import { isCurrent } from '../conference-membership/current';

/** Memberships are rows of their own, so each step that names it looks for one. */
export const anyMember: Role = { zh: '成员单位', en: 'a member organization', holds: () => true };

/** Named members on a day; a group of unnamed units never votes and never attends. */
export async function membersOn(
  manager: EntityManager,
  conferenceId: string,
  day: string,
): Promise<ConferenceMembership[]> {
  const memberships = await manager.findBy(ConferenceMembership, { conferenceId });
  return memberships.filter((each) => each.organizationId !== null && isCurrent(each, day));
}

export async function votersOn(
  manager: EntityManager,
  conferenceId: string,
  day: string,
): Promise<Set<string>> {
  const members = await membersOn(manager, conferenceId, day);
  return new Set(
    members.filter(({ role }) => role !== 'OBSERVER').map(({ organizationId }) => organizationId!),
  );
}

export async function isMember(
  manager: EntityManager,
  { conferenceId, organization, day }: { conferenceId: string; organization: string; day: string },
): Promise<boolean> {
  const members = await membersOn(manager, conferenceId, day);
  return members.some(({ organizationId }) => organizationId === organization);
}
