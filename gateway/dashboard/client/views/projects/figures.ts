// The figures of projects and money: questions 16 to 19.
import { projectsToPost } from '../../../../../schema/operations/q19-projects-to-post';
import type {
  Q16ProjectsWithFundingQuery,
  Q17ContributionsThisYearQuery,
  Q18FundingSharesQuery,
  Q19ProjectsToPostQuery,
} from '../../graph/operation-types';
import {
  Q16ProjectsWithFunding,
  Q17ContributionsThisYear,
  Q18FundingShares,
  Q19ProjectsToPost,
} from '../../graph/operations';
import { joinCoverage } from '../../graph/figures';
import { readList } from '../../graph/read-list';
import { usePicture } from '../../graph/use-picture';
import { fillSentence, inBoth } from '../../words/fill-sentence';
import { useNames } from '../../words/use-names';
import { writeMoney } from '../../words/write-figures';
import { absenceCount, absenceCoverage } from '../absence-figure';
import { type FigureSlot, slot } from '../view-definition';
import { addKnown, missingAmounts } from './money';
import { contributionTable } from './contributions';
import { shareTable } from './shares';
import { projectTable, toPostTable } from './tables';
import { words } from './words';

export function useProjectFigures(): FigureSlot[] {
  const projects = usePicture(Q16ProjectsWithFunding);
  const contributions = usePicture(Q17ContributionsThisYear);
  const shares = usePicture(Q18FundingShares);
  const toPost = usePicture(Q19ProjectsToPost);
  const nameOf = useNames();
  return [
    slot({ id: 'projects', label: words.projects, picture: projects, make: projectFigure }),
    slot({ id: 'money-delivered', label: words.money, picture: contributions, make: moneyFigure }),
    slot({
      id: 'projects-to-post',
      label: words.toPost,
      picture: toPost,
      make: (data) => toPostFigure(data, nameOf),
    }),
    slot({ id: 'funding-shares', label: words.shares, picture: shares, make: shareFigure }),
  ];
}

function projectFigure({ jointProjects }: Q16ProjectsWithFundingQuery) {
  const { rows, total, coverage, whole } = readList(jointProjects);
  const running = rows.filter(({ state }) => state === 'IN_PROGRESS').length;
  return {
    value: total,
    unit: words.items,
    note: whole ? fillSentence(words.inProgress, { n: running }) : undefined,
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: projectTable(rows),
    whole,
  };
}

/** What is not money is never priced, so only money is added. */
function moneyFigure({ contributionSummary }: Q17ContributionsThisYearQuery) {
  const groups = contributionSummary?.groups ?? [];
  const money = groups.filter(({ kind }) => kind === 'MONEY');
  const delivered = contributionSummary?.groups ? addKnown(money.map((group) => group.delivered)) : null;
  const pledged = addKnown(money.map((group) => group.pledged));
  const unknown = money.reduce(
    (total, group) => total + (group.delivered ? missingAmounts(group.delivered) : 0),
    0,
  );
  return {
    value: delivered === null ? null : Number(delivered),
    written: delivered === null ? undefined : inBoth((language) => writeMoney(String(delivered), language)),
    note: moneyNote(pledged, unknown),
    coverage: contributionSummary?.coverage ?? null,
    provenances: money.map(({ provenance }) => provenance),
    rows: contributionTable(groups),
    whole: contributionSummary !== null,
  };
}

function moneyNote(pledged: bigint | null, unknown: number) {
  if (unknown > 0) return fillSentence(words.unknownAmounts, { n: unknown });
  if (pledged === null) return undefined;
  return inBoth(
    (language) =>
      fillSentence(words.pledgedMoney, { money: writeMoney(String(pledged), language) })[language],
  );
}

function toPostFigure(data: Q19ProjectsToPostQuery, nameOf: (home: string) => string) {
  const { rows, complete } = projectsToPost(data);
  const { rows: projects, coverage } = readList(data.jointProjects);
  const { value, note } = absenceCount(rows, complete, { unknown: words.moreUnknown });
  return {
    value,
    unit: words.items,
    alarm: true,
    note,
    coverage: absenceCoverage(
      coverage,
      projects.map(({ notices }) => notices?.coverage),
    ),
    provenances: projects.map(({ provenance }) => provenance),
    rows: toPostTable(rows, projects, nameOf),
    whole: complete,
  };
}

function shareFigure({ fundingShareSummary, jointProjects }: Q18FundingSharesQuery) {
  const groups = fundingShareSummary?.groups ?? [];
  const total = jointProjects?.totalCount;
  return {
    value: fundingShareSummary?.count ?? null,
    unit: words.sharesUnit,
    note: total == null ? undefined : fillSentence(words.ofShares, { n: total }),
    coverage: joinCoverage([fundingShareSummary?.coverage, jointProjects?.coverage]),
    provenances: groups.map(({ provenance }) => provenance),
    rows: shareTable(groups),
    whole: fundingShareSummary !== null,
  };
}
