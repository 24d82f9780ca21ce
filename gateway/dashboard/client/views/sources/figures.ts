// The figures of where figures come from: question 25.
import type { Q25WhereFiguresComeFromQuery } from '../../graph/operation-types';
import { Q25WhereFiguresComeFrom } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { codeWord } from '../../words/code-word';
import { fillSentence } from '../../words/fill-sentence';
import type { Sentence } from '../../words/words';
import { dayColumn, numberColumn, optionalColumn, textColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { words } from './words';

export type Indicator = NonNullable<Q25WhereFiguresComeFromQuery['indicators']>['edges'][number]['node'];
type Doubt = NonNullable<Q25WhereFiguresComeFromQuery['dataQualityNotes']>['edges'][number]['node'];

export function useSourceFigures(): FigureSlot[] {
  const picture = usePicture(Q25WhereFiguresComeFrom);
  return [
    slot({ id: 'indicators', label: words.indicators, picture, make: indicatorFigure }),
    slot({ id: 'doubts', label: words.doubts, picture, make: doubtFigure }),
  ];
}

function indicatorFigure({ indicators }: Q25WhereFiguresComeFromQuery) {
  const { rows, total, coverage, whole } = readList(indicators);
  const stated = rows.filter(({ provenance }) => provenance === 'STATED').length;
  return {
    value: total,
    unit: words.items,
    note: whole ? fillSentence(words.stated, { n: stated }) : undefined,
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: indicatorTable(rows),
    whole,
  };
}

export function sayValue({
  value,
  masked,
  suppressed,
  comparator,
  isEstimate,
  unitOfMeasure,
}: Indicator): Sentence {
  if (value === null) return masked ? words.masked : suppressed ? words.suppressed : words.notStated;
  const bound = comparator ? codeWord('Comparator', comparator) : { zh: '', en: '' };
  const about = isEstimate ? '≈' : '';
  const figure = `${about}${value}${unitOfMeasure ?? ''}`;
  return { zh: `${bound.zh}${figure}`, en: `${bound.en} ${figure}`.trim() };
}

function sayPeriod({ periodText, periodStart, periodEnd, asOf }: Indicator): string | null {
  const days = [periodStart, periodEnd].filter(Boolean).join('—') || asOf;
  return periodText ?? days;
}

function indicatorTable(rows: Indicator[]) {
  return tableOf<Indicator>({
    title: words.indicators,
    columns: [
      textColumn('indicator', words.indicator, ({ name }) => name),
      {
        id: 'value',
        title: words.value,
        isNumber: true,
        text: (row, language) => sayValue(row)[language],
        sort: ({ value }) => value,
      },
      optionalColumn('period', words.period, sayPeriod),
      textColumn(
        'organization',
        words.organization,
        ({ organization, owner }) => organization?.name ?? owner?.name,
      ),
      optionalColumn('document', words.document, ({ source }) => source?.document?.title),
      {
        ...numberColumn<Indicator>('paragraph', words.paragraph, ({ source }) => source?.paragraph),
        text: ({ source }) => (source?.paragraph == null ? '—' : String(source.paragraph)),
      },
      dayColumn('updated', words.updated, ({ updatedAt }) => updatedAt),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, ownerStated, provenance }) => ({
      id,
      owner: ownerStated ? (owner?.name ?? null) : null,
      provenance,
    }),
  });
}

/** The directory is the street's alone, so these have no coverage of their own. */
function doubtFigure({ dataQualityNotes, indicators }: Q25WhereFiguresComeFromQuery) {
  const { rows, total, whole } = readList(dataQualityNotes);
  return {
    value: total,
    unit: words.notes,
    note: words.shown,
    coverage: dataQualityNotes ? (indicators?.coverage ?? null) : null,
    provenances: rows.map(() => 'STATED' as const),
    rows: doubtTable(rows),
    whole,
  };
}

function doubtTable(rows: Doubt[]) {
  return tableOf<Doubt>({
    title: words.doubts,
    columns: [
      textColumn('doubt', words.doubt, ({ text }) => text),
      optionalColumn('document', words.document, ({ document }) => document?.title),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id }) => ({ id, owner: null, provenance: 'STATED' }),
  });
}
