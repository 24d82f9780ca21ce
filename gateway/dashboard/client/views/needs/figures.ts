// The figures of needs and claims: questions 9 to 11.
import { type Match, matches } from '../../../../../schema/operations/q11-resources-for-unclaimed-needs';
import type {
  Q09ClaimsPerOrganizationQuery,
  Q10NeedsUnclaimedQuery,
  Q11ResourcesForUnclaimedNeedsQuery,
} from '../../graph/operation-types';
import {
  Q09ClaimsPerOrganization,
  Q10NeedsUnclaimed,
  Q11ResourcesForUnclaimedNeeds,
} from '../../graph/operations';
import { joinCoverage, type Provenance } from '../../graph/figures';
import { largest, readList } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { fillSentence } from '../../words/fill-sentence';
import { shell } from '../../words/shell-words';
import { dayColumn, numberColumn, textColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { claimsOf, claimTable } from './claims';
import { words } from './words';

type Need = NonNullable<Q10NeedsUnclaimedQuery['needs']>['edges'][number]['node'];

export function useNeedFigures(): FigureSlot[] {
  const unclaimed = usePicture(Q10NeedsUnclaimed);
  const claims = usePicture(Q09ClaimsPerOrganization);
  const matched = usePicture(Q11ResourcesForUnclaimedNeeds);
  return [
    slot({ id: 'needs-unclaimed', label: words.unclaimed, picture: unclaimed, make: unclaimedFigure }),
    slot({ id: 'claims', label: words.claims, picture: claims, make: claimFigure }),
    slot({ id: 'needs-matched', label: words.matched, picture: matched, make: matchFigure }),
  ];
}

function unclaimedFigure({ needs }: Q10NeedsUnclaimedQuery) {
  const { rows, total, coverage, whole } = readList(needs);
  const longest = largest(rows.map(({ daysSincePublished }) => daysSincePublished));
  return {
    value: total,
    unit: words.items,
    alarm: true,
    note: longest === null ? undefined : fillSentence(words.longest, { n: longest }),
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: needTable(rows),
    whole,
  };
}

function needTable(rows: Need[]) {
  return tableOf<Need>({
    title: words.unclaimedLong,
    columns: [
      textColumn('need', words.need, ({ text }) => text),
      textColumn('category', words.category, ({ category }) => category?.name),
      textColumn('owner', words.owner, ({ owner }) => owner?.name),
      numberColumn('days', words.days, ({ daysSincePublished }) => daysSincePublished),
      dayColumn('published', words.published, ({ publishedOn }) => publishedOn),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}

const CONFIRMED = ['CONFIRMED'];

function claimFigure({ needClaimSummary }: Q09ClaimsPerOrganizationQuery) {
  const groups = needClaimSummary?.groups ?? [];
  const done = groups
    .filter(({ state }) => CONFIRMED.includes(state ?? ''))
    .reduce((total, { count }) => total + (count ?? 0), 0);
  return {
    value: needClaimSummary?.count ?? null,
    unit: words.items,
    note: needClaimSummary?.groups ? fillSentence(words.done, { n: done }) : undefined,
    coverage: needClaimSummary?.coverage ?? null,
    provenances: groups.map(({ provenance }) => provenance),
    rows: claimTable(claimsOf({ needClaimSummary })),
    whole: needClaimSummary !== null,
  };
}

function matchFigure(data: Q11ResourcesForUnclaimedNeedsQuery) {
  const { rows, complete } = matches(data);
  const nodes = data.resourceCategories?.edges.map(({ node }) => node) ?? [];
  return {
    value:
      data.resourceCategories && complete
        ? rows.filter(({ resources }) => resources.length > 0).length
        : null,
    unit: words.items,
    note: complete ? fillSentence(words.ofUnclaimed, { n: rows.length }) : undefined,
    coverage: joinCoverage(
      nodes.flatMap(({ needs, sharedResources }) => [needs?.coverage, sharedResources?.coverage]),
    ),
    provenances: provenancesOf(nodes),
    rows: matchTable(rows, nodes),
    whole: complete,
  };
}

type Category = NonNullable<
  Q11ResourcesForUnclaimedNeedsQuery['resourceCategories']
>['edges'][number]['node'];

/** Of the needs, and of the resources of categories in which there is a need. */
function provenancesOf(nodes: Category[]): Provenance[] {
  return nodes
    .filter(({ needs }) => needs?.edges.length)
    .flatMap(({ needs, sharedResources }) => [...(needs?.edges ?? []), ...(sharedResources?.edges ?? [])])
    .map(({ node }) => node.provenance);
}

function matchTable(rows: Match[], nodes: Category[]) {
  const found = ({ resources }: Match) => resources.map(({ name }) => name).join('、');
  const absent = { NONE: words.noResource, UNKNOWN: shell.unknown, NOT_JOINED: shell.notJoined };
  const needs = new Map(nodes.flatMap((it) => it.needs?.edges ?? []).map(({ node }) => [node.id, node]));
  return tableOf<Match>({
    title: words.matchesLong,
    columns: [
      textColumn('need', words.need, ({ need }) => need.text),
      textColumn('category', words.category, ({ category }) => category),
      numberColumn('days', words.days, ({ need }) => needs.get(need.id)?.daysSincePublished),
      {
        id: 'resources',
        title: words.resources,
        text: (row, language) => found(row) || absent[row.absence ?? 'UNKNOWN'][language],
      },
    ],
    rows,
    key: ({ need }) => need.id,
    origin: ({ need }) => ({
      id: need.id,
      owner: needs.get(need.id)?.owner?.name ?? null,
      provenance: needs.get(need.id)?.provenance ?? null,
    }),
  });
}
