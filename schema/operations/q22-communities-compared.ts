// Rows of question 22: communities compared, each with its own bodies; a share is two counts, and what cannot be said is null.
import type { Absence, Coverage, Rows } from './absence';

interface Group<State extends string, Provenance extends string> {
  count: number | null;
  state: State | null;
  provenance: Provenance | null;
  owner: { id: string } | null;
}

interface Summary<State extends string, Provenance extends string> {
  coverage: Coverage;
  groups: Group<State, Provenance>[] | null;
}

export interface CommunitiesAnswer<Provenance extends string = string> {
  organizations: {
    pageInfo: { hasNextPage: boolean };
    edges: { node: { id: string; name: string; kind: string; parent: { id: string } | null } }[];
  } | null;
  coBuildingAgreementSummary: Summary<string, Provenance> | null;
  agreementTaskSummary: Summary<string, Provenance> | null;
  needSummary: Summary<string, Provenance> | null;
}

export interface Count {
  count: number;
  /** Rows whose source says nothing of their state: not counted, and not forgotten. */
  unstated: number;
}

/** Three of four, never 75% alone. */
export interface Share {
  part: number;
  whole: number;
  unstated: number;
}

export interface Compared<Provenance extends string = string> {
  /** In force: signed, active or suspended. */
  agreements: Count | null;
  /** Confirmed tasks of all that were not cancelled. */
  tasks: Share | null;
  /** Fulfilled needs of all that were for somebody here to fulfil. */
  needs: Share | null;
  provenances: Provenance[];
}

export interface ComparedCommunity<Provenance extends string = string> extends Compared<Provenance> {
  id: string;
  name: string;
  /** Why a count is null: itself or one of its bodies did not answer, or has not joined. */
  absence: Exclude<Absence, 'NONE'> | null;
}

const IN_FORCE = ['SIGNED', 'ACTIVE', 'SUSPENDED'];
const FULFILLED = ['CONFIRMED', 'CLOSED'];
/** Drafts, what was merged, returned or sent elsewhere were never for anybody here to fulfil. */
const NO_NEED = ['DRAFT', 'SUBMITTED', 'MERGED', 'RETURNED', 'REFERRED'];

/** One row for each community; its counts are null when itself or one of its bodies is missing. */
export function compareCommunities<Provenance extends string>(
  answer: CommunitiesAnswer<Provenance>,
): Rows<ComparedCommunity<Provenance>> {
  if (!answer.organizations) return { rows: [], complete: false };
  const organizations = answer.organizations.edges.map(({ node }) => node);
  const communityOf = readCommunities(organizations);
  const rows = organizations
    .filter(({ kind }) => kind === 'COMMUNITY')
    .map(({ id, name }) => {
      const isOf = (owner: string) => communityOf(owner) === id;
      return { id, name, ...compareOwners(answer, isOf), absence: absenceOf(answer, isOf) };
    });
  return { rows, complete: !answer.organizations.pageInfo.hasNextPage };
}

type Organization = NonNullable<CommunitiesAnswer['organizations']>['edges'][number]['node'];

/** A body counts with the nearest community above it; a circle of parents leads nowhere. */
export function readCommunities(organizations: Organization[]): (id: string) => string | null {
  const byId = new Map(organizations.map((each) => [each.id, each]));
  return (id) => {
    const passed = new Set<string>();
    for (let at = byId.get(id); at && !passed.has(at.id); at = byId.get(at.parent?.id ?? '')) {
      if (at.kind === 'COMMUNITY') return at.id;
      passed.add(at.id);
    }
    return null;
  };
}

/** Why something of these owners is missing; null when all of them have answered. */
function absenceOf(
  answer: CommunitiesAnswer,
  isOf: (owner: string) => boolean,
): ComparedCommunity['absence'] {
  const missing = summariesOf(answer)
    .flatMap((summary) => summary?.coverage.missing ?? [])
    .filter(({ home }) => isOf(home));
  if (summariesOf(answer).some((summary) => !summary?.groups)) return 'UNKNOWN';
  if (missing.length === 0) return null;
  return missing.every(({ reason }) => reason === 'NOT_JOINED') ? 'NOT_JOINED' : 'UNKNOWN';
}

function compareOwners<Provenance extends string>(
  answer: CommunitiesAnswer<Provenance>,
  isOf: (owner: string) => boolean,
): Compared<Provenance> {
  const groups = summariesOf(answer).map((summary) =>
    !summary?.groups || summary.coverage.missing.some(({ home }) => isOf(home))
      ? null
      : summary.groups.filter(({ owner }) => owner === null || isOf(owner.id)),
  );
  return countGroups(groups);
}

/** The same counts over all who answered, communities or not. */
export function compareAll<Provenance extends string>(
  answer: CommunitiesAnswer<Provenance>,
): Compared<Provenance> {
  return countGroups(summariesOf(answer).map((summary) => summary?.groups ?? null));
}

function summariesOf<Provenance extends string>(answer: CommunitiesAnswer<Provenance>) {
  return [answer.coBuildingAgreementSummary, answer.agreementTaskSummary, answer.needSummary];
}

function countGroups<Provenance extends string>(
  kinds: (Group<string, Provenance>[] | null)[],
): Compared<Provenance> {
  const [agreements, tasks, needs] = kinds as [Groups, Groups, Groups];
  return {
    agreements: count(agreements, (state) => IN_FORCE.includes(state)),
    tasks: share(
      tasks,
      (state) => state === 'CONFIRMED',
      (state) => state !== 'CANCELLED',
    ),
    needs: share(
      needs,
      (state) => FULFILLED.includes(state),
      (state) => !NO_NEED.includes(state),
    ),
    provenances: kinds.flatMap((groups) => (groups ?? []).flatMap(({ provenance }) => provenance ?? [])),
  };
}

type Groups = Group<string, string>[] | null;

/** Null when a count or an owner is not known. */
function count(groups: Groups, counts: (state: string) => boolean): Count | null {
  if (!groups || groups.some((each) => each.count === null || each.owner === null)) return null;
  const add = (wanted: (state: string | null) => boolean) =>
    groups.filter(({ state }) => wanted(state)).reduce((sum, each) => sum + each.count!, 0);
  return {
    count: add((state) => state !== null && counts(state)),
    unstated: add((state) => state === null),
  };
}

function share(
  groups: Groups,
  isPart: (state: string) => boolean,
  isWhole: (state: string) => boolean,
): Share | null {
  const part = count(groups, isPart);
  const whole = count(groups, isWhole);
  return part && whole && { part: part.count, whole: whole.count, unstated: whole.unstated };
}
