// What the rules of ownership look at: the graph before and after, and whose change it is.
import type { SubgraphPublication } from '../../publication';
import type { Finding } from '../../verdict';
import type { GraphMembers } from '../graph-members';
import { type PublishedSdl, placeOf } from '../published-sdl';
import type { Owners } from './find-owners';

export interface OwnershipCase {
  before: GraphMembers;
  after: GraphMembers;
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
