// The figures of communities compared: question 22.
import {
  compareAll,
  compareCommunities,
  type Count,
  type Share,
} from '../../../../../schema/operations/q22-communities-compared';
import type { Q22CommunitiesComparedQuery } from '../../graph/operation-types';
import { Q22CommunitiesCompared } from '../../graph/operations';
import type { Coverage, Provenance } from '../../graph/figures';
import { type RowsBehind, tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { fillSentence, inBoth } from '../../words/fill-sentence';
import type { Sentence } from '../../words/words';
import { writeShare } from '../../words/write-figures';
import { textColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { type Community, countColumn, shareColumn } from './compared-columns';
import { agreementsBehind, needsBehind, tasksBehind } from './single-rows';
import { words } from './words';

type Data = Q22CommunitiesComparedQuery;

export function useCommunityFigures(): FigureSlot[] {
  const picture = usePicture(Q22CommunitiesCompared);
  return [
    slot({ id: 'agreements-in-force', label: words.agreements, picture, make: agreementFigure }),
    slot({ id: 'tasks-confirmed-share', label: words.confirmed, picture, make: taskFigure }),
    slot({ id: 'needs-fulfilled-share', label: words.satisfied, picture, make: needFigure }),
  ];
}

function agreementFigure(data: Data) {
  const { agreements } = compareAll(data);
  return {
    value: agreements?.count ?? null,
    unit: words.copies,
    note: agreements?.unstated ? fillSentence(words.unstated, { n: agreements.unstated }) : undefined,
    ...beneath(data, data.coBuildingAgreementSummary, agreementsBehind(data)),
  };
}

function taskFigure(data: Data) {
  const { tasks } = compareAll(data);
  return {
    ...shareValue(tasks, words.ofTasks),
    ...beneath(data, data.agreementTaskSummary, tasksBehind(data)),
  };
}

function needFigure(data: Data) {
  const { needs } = compareAll(data);
  return { ...shareValue(needs, words.ofNeeds), ...beneath(data, data.needSummary, needsBehind(data)) };
}

/** The basis stands below the share: 3/4, never 75% alone. */
function shareValue(share: Share | null, basis: typeof words.ofTasks) {
  if (!share || share.whole === 0) return { value: null, note: share ? words.noBasis : undefined };
  const { part, whole, unstated } = share;
  const note = fillSentence(basis, { n: `${part}/${whole}` });
  return {
    value: part / whole,
    written: inBoth((language) => writeShare(part, whole, language)!.replace(/ ?[（(].*$/, '')),
    note: unstated ? joinSentences(note, fillSentence(words.unstated, { n: unstated })) : note,
  };
}

function joinSentences(a: Sentence, b: Sentence): Sentence {
  return { zh: `${a.zh}；${b.zh}`, en: `${a.en}; ${b.en}` };
}

interface Summary {
  coverage: Coverage;
  groups: { provenance: Provenance | null }[] | null;
}

function beneath(data: Data, summary: Summary | null, behind: RowsBehind<Community>) {
  const { rows, complete } = compareCommunities<Provenance>(data);
  return {
    coverage: summary?.coverage ?? null,
    provenances: summary?.groups?.map(({ provenance }) => provenance) ?? [],
    rows: communityTable(withBasisFirst(rows), behind),
    whole: complete,
  };
}

function hasAny(counted: Count | Share | null): boolean {
  return counted !== null && Object.values(counted).some((it) => it > 0);
}

/** Communities that have something to compare stand first; the order is that of the answer otherwise. */
function withBasisFirst(rows: Community[]): Community[] {
  const weight = ({ agreements, tasks, needs, absence }: Community) =>
    absence ? 1 : hasAny(agreements) || hasAny(tasks) || hasAny(needs) ? 0 : 2;
  return [...rows].sort((a, b) => weight(a) - weight(b));
}

function communityTable(rows: Community[], behind: RowsBehind<Community>) {
  return tableOf<Community>({
    title: words.long,
    columns: [
      textColumn('community', words.community, ({ name }) => name),
      countColumn('agreements', words.agreements, ({ agreements }) => agreements),
      shareColumn('confirmed', words.confirmed, ({ tasks }) => tasks),
      shareColumn('fulfilled', words.satisfied, ({ needs }) => needs),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ provenances }) => ({ id: null, owner: null, provenance: null, provenances }),
    behind,
  });
}
