// Question 22 as rows: each community with its bodies, its agreements, and the shares of its tasks and needs.
import type { Q22CommunitiesComparedQuery } from '../../graph/operation-types';

export interface Counts {
  /** In force: signed, active or suspended. */
  agreements: number;
  tasks: number;
  confirmed: number;
  needs: number;
  fulfilled: number;
}

export interface Community extends Counts {
  id: string;
  name: string;
}

interface Group {
  count: number | null;
  state: string | null;
  owner: { id: string } | null;
}

const IN_FORCE = ['SIGNED', 'ACTIVE', 'SUSPENDED'];
const FULFILLED = ['CONFIRMED', 'CLOSED'];
/** Drafts, what was merged, returned or sent elsewhere were never for anybody here to fulfil. */
const NO_NEED = ['DRAFT', 'SUBMITTED', 'MERGED', 'RETURNED', 'REFERRED'];

export function compareCommunities(data: Q22CommunitiesComparedQuery): Community[] {
  const organizations = data.organizations?.edges.map(({ node }) => node) ?? [];
  const parents = new Map(organizations.map(({ id, parent }) => [id, parent?.id ?? null]));
  const rows = organizations
    .filter(({ kind }) => kind === 'COMMUNITY')
    .map(({ id, name }) => ({
      id,
      name,
      ...countsOf(data, (owner) => owner === id || parents.get(owner) === id),
    }));
  return rows.filter(({ agreements, tasks, needs }) => agreements + tasks + needs > 0);
}

export function countsOf(data: Q22CommunitiesComparedQuery, isOf: (owner: string) => boolean): Counts {
  const add = (groups: Group[] | null | undefined, counts: (state: string) => boolean) =>
    (groups ?? [])
      .filter(({ owner, state }) => owner !== null && state !== null && isOf(owner.id) && counts(state))
      .reduce((sum, { count }) => sum + (count ?? 0), 0);
  const { coBuildingAgreementSummary: agreements, agreementTaskSummary: tasks, needSummary: needs } = data;
  return {
    agreements: add(agreements?.groups, (state) => IN_FORCE.includes(state)),
    tasks: add(tasks?.groups, (state) => state !== 'CANCELLED'),
    confirmed: add(tasks?.groups, (state) => state === 'CONFIRMED'),
    needs: add(needs?.groups, (state) => !NO_NEED.includes(state)),
    fulfilled: add(needs?.groups, (state) => FULFILLED.includes(state)),
  };
}
