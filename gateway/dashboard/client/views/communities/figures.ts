// The figures of communities compared: question 22.
import type { Q22CommunitiesComparedQuery } from '../../graph/operation-types';
import { Q22CommunitiesCompared } from '../../graph/operations';
import type { Coverage, Provenance } from '../../graph/figures';
import { type Column, tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { fillSentence, inBoth } from '../../words/fill-sentence';
import type { Sentence } from '../../words/words';
import { writeShare } from '../../words/write-figures';
import { numberColumn, textColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { type Community, compareCommunities, countsOf } from './compare';
import { words } from './words';

type Data = Q22CommunitiesComparedQuery;
interface Summary {
  coverage: Coverage;
  groups: { provenance: Provenance | null }[] | null;
}

export function useCommunityFigures(): FigureSlot[] {
  const picture = usePicture(Q22CommunitiesCompared);
  return [
    slot({ id: 'agreements-in-force', label: words.agreements, picture, make: agreementFigure }),
    slot({
      id: 'tasks-confirmed-share',
      label: words.confirmed,
      picture,
      make: (data) => shareFigure(data, 'confirmed'),
    }),
    slot({
      id: 'needs-fulfilled-share',
      label: words.satisfied,
      picture,
      make: (data) => shareFigure(data, 'fulfilled'),
    }),
  ];
}

function agreementFigure(data: Data) {
  const { agreements } = countsOf(data, () => true);
  const summary = data.coBuildingAgreementSummary;
  return { value: summary?.groups ? agreements : null, unit: words.copies, ...beneath(data, summary) };
}

function shareFigure(data: Data, which: 'confirmed' | 'fulfilled') {
  const counts = countsOf(data, () => true);
  const summary = which === 'confirmed' ? data.agreementTaskSummary : data.needSummary;
  const whole = which === 'confirmed' ? counts.tasks : counts.needs;
  const share = writeShare(counts[which], whole, 'zh');
  return {
    value: summary?.groups && share ? counts[which] / whole : null,
    written: share
      ? inBoth((language) => writeShare(counts[which], whole, language)!.replace(/ ?[（(].*$/, ''))
      : undefined,
    note: fillSentence(which === 'confirmed' ? words.ofTasks : words.ofNeeds, {
      n: `${counts[which]}/${whole}`,
    }),
    ...beneath(data, summary),
  };
}

function beneath(data: Data, summary: Summary | null) {
  return {
    coverage: summary?.coverage ?? null,
    provenances: summary?.groups?.map(({ provenance }) => provenance) ?? [],
    rows: communityTable(compareCommunities(data)),
    whole: !data.organizations?.pageInfo.hasNextPage,
  };
}

function shareColumn(
  id: string,
  title: Sentence,
  read: (row: Community) => [part: number, whole: number],
): Column<Community> {
  return {
    id,
    title,
    isNumber: true,
    text: (row, language) => writeShare(...read(row), language) ?? words.noBasis[language],
    sort: (row) => (read(row)[1] === 0 ? null : read(row)[0] / read(row)[1]),
  };
}

export function communityTable(rows: Community[]) {
  return tableOf<Community>({
    title: words.long,
    columns: [
      textColumn('community', words.community, ({ name }) => name),
      numberColumn('agreements', words.agreements, ({ agreements }) => agreements),
      shareColumn('confirmed', words.confirmed, ({ confirmed, tasks }) => [confirmed, tasks]),
      shareColumn('fulfilled', words.satisfied, ({ fulfilled, needs }) => [fulfilled, needs]),
    ],
    rows,
    key: ({ id }) => id,
  });
}
