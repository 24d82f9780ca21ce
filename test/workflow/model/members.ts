// Who is a member of a conference on a day, and who of them votes: from the day of joining until the day before leaving.
import type { Row, World } from './world';

export function membersOn(world: World, conferenceId: string, day: string): Row[] {
  return world
    .of('ConferenceMembership', { conferenceId })
    .filter(({ joinedOn, leftOn }) => joinedOn <= day && (leftOn == null || day < leftOn));
}

export function isMember(world: World, conferenceId: string, organization: string, day: string): boolean {
  return membersOn(world, conferenceId, day).some(({ organizationId }) => organizationId === organization);
}

export function votersOn(world: World, conferenceId: string, day: string): string[] {
  const voting = membersOn(world, conferenceId, day).filter(({ role }) => role !== 'OBSERVER');
  return [...new Set(voting.map(({ organizationId }) => organizationId as string))];
}
