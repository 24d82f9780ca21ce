// The figures of joint activities: question 20.
import type { Q20ActivitiesNextMonthQuery } from '../../graph/operation-types';
import { Q20ActivitiesNextMonth } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { fillSentence, inBoth } from '../../words/fill-sentence';
import { writeDay } from '../../words/write-figures';
import { dayColumn, numberColumn, optionalColumn, textColumn, timeColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { dayOf } from './month';
import { words } from './words';

export type Activity = NonNullable<Q20ActivitiesNextMonthQuery['jointActivities']>['edges'][number]['node'];
export interface Gap {
  activity: Activity;
  id: string;
  text: string;
  needed: number | null;
  missing: number | null;
  unit: string;
  met: number;
  provider: string | null;
}

export function useActivityFigures(): FigureSlot[] {
  const picture = usePicture(Q20ActivitiesNextMonth);
  return [
    slot({ id: 'activities-next-month', label: words.next, picture, make: activityFigure }),
    slot({ id: 'activity-gaps', label: words.gaps, picture, make: gapFigure }),
  ];
}

function activityFigure({ jointActivities }: Q20ActivitiesNextMonthQuery) {
  const { rows, total, coverage, whole } = readList(jointActivities);
  const first = rows[0]?.startsOn;
  return {
    value: total,
    unit: words.items,
    note: first
      ? inBoth(
          (language) =>
            fillSentence(words.first, { day: writeDay(first, language, coverage?.asOf) })[language],
        )
      : undefined,
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: activityTable(rows),
    whole,
  };
}

function activityTable(rows: Activity[]) {
  return tableOf<Activity>({
    title: words.next,
    columns: [
      textColumn('activity', words.activity, ({ name }) => name),
      timeColumn('day', words.day, ({ startsAt }) => startsAt),
      optionalColumn('place', words.place, ({ place }) => place),
      textColumn('host', words.host, ({ host }) => host?.name),
      optionalColumn('partners', words.partners, partnersOf),
      numberColumn('expected', words.expected, ({ expectedHeadcount }) => expectedHeadcount),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, host, provenance }) => ({ id, owner: host?.name ?? null, provenance }),
  });
}

function partnersOf({ partners }: Activity): string | null {
  const names =
    partners?.edges.map(({ node }) => node.organization?.name ?? node.unitGroup?.name ?? '?') ?? [];
  return names.join('、') || null;
}

export function gapsOf(activities: Activity[]): Gap[] {
  return activities.flatMap((activity) =>
    (activity.requirements?.edges ?? []).map(({ node }) => ({
      activity,
      id: node.id,
      text: node.text,
      needed: node.quantityNeeded,
      missing: node.missing,
      unit: node.unitOfMeasure ?? '',
      met: node.quantityMet,
      provider: node.provider?.name ?? null,
    })),
  );
}

function gapFigure({ jointActivities }: Q20ActivitiesNextMonthQuery) {
  const { rows, coverage, whole } = readList(jointActivities);
  const gaps = gapsOf(rows);
  const isKnown =
    whole && rows.every(({ requirements }) => requirements !== null && !requirements.pageInfo.hasNextPage);
  return {
    value: isKnown ? gaps.length : null,
    unit: words.gapItems,
    note: fillSentence(words.ofActivities, { n: new Set(gaps.map(({ activity }) => activity.id)).size }),
    coverage,
    provenances: gaps.map(({ activity }) => activity.provenance),
    rows: gapTable(gaps),
    whole: isKnown,
  };
}

function gapTable(rows: Gap[]) {
  return tableOf<Gap>({
    title: words.gapsLong,
    columns: [
      textColumn('what', words.what, ({ text }) => text),
      textColumn('activity', words.activity, ({ activity }) => activity.name),
      {
        ...numberColumn<Gap>('missing', words.missing, ({ missing }) => missing),
        text: ({ missing, unit }) => `${missing ?? '?'}${unit}`,
      },
      {
        ...numberColumn<Gap>('needed', words.need, ({ needed }) => needed),
        text: ({ needed, unit }) => `${needed ?? '?'}${unit}`,
      },
      { ...numberColumn<Gap>('met', words.met, ({ met }) => met), text: ({ met, unit }) => `${met}${unit}` },
      dayColumn('day', words.day, ({ activity }) => dayOf(activity)),
      optionalColumn('provider', words.provider, ({ provider }) => provider),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ activity }) => ({
      id: activity.id,
      owner: activity.host?.name ?? null,
      provenance: activity.provenance,
    }),
  });
}
