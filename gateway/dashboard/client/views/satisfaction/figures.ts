// The figures of satisfaction: question 23. Results of different bases are never averaged.
import type { Q23SatisfactionQuery } from '../../graph/operation-types';
import { Q23Satisfaction } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { type Column, tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { codeWord } from '../../words/code-word';
import { fillSentence } from '../../words/fill-sentence';
import type { Language, Sentence } from '../../words/words';
import { writeDate } from '../../words/write-figures';
import { textColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { words } from './words';

export type Survey = NonNullable<Q23SatisfactionQuery['surveyResults']>['edges'][number]['node'];

export function useSatisfactionFigures(): FigureSlot[] {
  const picture = usePicture(Q23Satisfaction);
  return [slot({ id: 'satisfaction-surveys', label: words.surveys, picture, make: surveyFigure })];
}

function surveyFigure({ surveyResults }: Q23SatisfactionQuery) {
  const { rows, total, coverage, whole } = readList(surveyResults);
  const withSample = rows.filter(({ sampleSize }) => sampleSize !== null).length;
  return {
    value: total,
    unit: words.items,
    note: whole ? fillSentence(words.withSample, { n: withSample }) : undefined,
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: surveyTable(rows),
    whole,
  };
}

/** 至少 85%：the comparator is part of the result. */
export function sayResult({ value, masked, suppressed, comparator, unitOfMeasure }: Survey): Sentence {
  if (value === null) return masked ? words.masked : suppressed ? words.suppressed : words.notStated;
  const bound = comparator ? codeWord('Comparator', comparator) : { zh: '', en: '' };
  const figure = `${value}${unitOfMeasure ?? ''}`;
  return { zh: `${bound.zh}${figure}`, en: `${bound.en} ${figure}`.trim() };
}

export function saySample({ sampleSize, sampleText }: Survey): string | null {
  return [sampleSize, sampleText].filter((it) => it != null).join(' · ') || null;
}

/** As the source says it; otherwise by its days. */
export function sayPeriod({ periodText, periodStart, periodEnd, surveyedOn }: Survey, language: Language) {
  const write = (day: string | null) => day && writeDate(day, language);
  const days = [write(periodStart), write(periodEnd)].filter(Boolean).join('—') || write(surveyedOn);
  return periodText && days ? `${periodText} · ${days}` : (periodText ?? days);
}

function stated(id: string, title: Sentence, read: (row: Survey) => string | null): Column<Survey> {
  return { id, title, text: (row, language) => read(row) ?? words.notStated[language] };
}

function surveyTable(rows: Survey[]) {
  return tableOf<Survey>({
    title: words.surveys,
    columns: [
      textColumn('survey', words.survey, ({ name }) => name),
      {
        id: 'value',
        title: words.value,
        text: (row, language) => sayResult(row)[language],
        sort: ({ value }) => value,
      },
      textColumn('organization', words.organization, ({ organization }) => organization?.name),
      stated('basis', words.basis, ({ basis }) => basis),
      stated('sample', words.sample, saySample),
      {
        id: 'period',
        title: words.period,
        text: (row, language) => sayPeriod(row, language) ?? words.notStated[language],
      },
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, surveyedBy, organization, provenance }) => ({
      id,
      owner: surveyedBy?.name ?? organization?.name ?? null,
      provenance,
    }),
  });
}
