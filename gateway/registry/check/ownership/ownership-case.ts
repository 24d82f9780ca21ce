// What the rules of ownership look at: the graph before and after, and whose change it is.
import type { SubgraphPublication } from '../../publication';
import type { Finding } from '../../verdict';
import type { GraphMembers, Member } from '../graph-members';
import { type PublishedSdl, placeOf } from '../published-sdl';
import type { Owners } from './find-owners';

export interface OwnershipCase {
  before: GraphMembers;
  after: GraphMembers;
  /** Keys of the members that are not the same in both, or in one of them only. */
  differing: readonly string[];
  /** Of what was there before. */
  owners: Owners;
  /** Name of the subgraph that changes. */
  subgraph: string;
  /** Home of the organization that changes it. */
  publisher: string;
  street: string;
  current: SubgraphPublication[];
  published: PublishedSdl | undefined;
}

/** What is read of the same text is the same object, so a large graph that changes a little is looked through at once. */
export function differingKeys(before: GraphMembers, after: GraphMembers): string[] {
  const differing: string[] = [];
  for (const [key, was] of before.members) if (after.members.get(key) !== was) differing.push(key);
  for (const key of after.members.keys()) if (!before.members.has(key)) differing.push(key);
  return differing;
}

/** As they are after the change. */
export function membersThatDiffer({ differing, after }: OwnershipCase): Member[] {
  return differing.flatMap((key) => after.members.get(key) ?? []);
}

/** The home behind a subgraph that is owned by somebody else than the publisher. */
export function otherHome(
  { current, publisher }: OwnershipCase,
  subgraph: string | undefined,
): string | undefined {
  const home = current.find(({ name }) => name === subgraph)?.owner;
  return home === publisher ? undefined : home;
}

export function at(coordinate: string, { published }: OwnershipCase): Pick<Finding, 'at' | 'coordinate'> {
  const place = published && placeOf(coordinate, published);
  return { coordinate, ...(place && { at: place }) };
}
