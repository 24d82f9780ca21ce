// The figures of resources and bookings: questions 1, 3 and 4.
import {
  Q01VenuesFreeNextWeek,
  Q03BookingsWaiting,
  Q04UsePerResourceLastQuarter,
} from '../../graph/operations';
import type { Q01VenuesFreeNextWeekQuery, Q03BookingsWaitingQuery } from '../../graph/operation-types';
import { largest, readList } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { usePicture } from '../../graph/use-picture';
import { fillSentence } from '../../words/fill-sentence';
import { writeDay, writeTime } from '../../words/write-figures';
import { dayColumn, numberColumn, textColumn, timeColumn } from '../row-columns';
import { type FigureSlot, slot } from '../view-definition';
import { useTable, useOf, USED, REVOKED, NOT_USED } from './use-rows';
import { words } from './words';

export type Venue = NonNullable<Q01VenuesFreeNextWeekQuery['sharedResources']>['edges'][number]['node'];
type Booking = NonNullable<Q03BookingsWaitingQuery['bookings']>['edges'][number]['node'];

export function useBookingFigures(): FigureSlot[] {
  const venues = usePicture(Q01VenuesFreeNextWeek);
  const waiting = usePicture(Q03BookingsWaiting);
  const use = usePicture(Q04UsePerResourceLastQuarter);
  return [
    slot({ id: 'venues-free', label: words.venuesFree, picture: venues, make: venuesFree }),
    slot({ id: 'bookings-waiting', label: words.waiting, picture: waiting, make: bookingsWaiting }),
    slot({ id: 'use-last-quarter', label: words.useLastQuarter, picture: use, make: useLastQuarter }),
  ];
}

function venuesFree({ sharedResources }: Q01VenuesFreeNextWeekQuery) {
  const { rows, total, coverage, whole } = readList(sharedResources);
  const isKnown = whole && rows.every(({ freeSlots }) => freeSlots !== null);
  return {
    value: isKnown ? rows.filter(({ freeSlots }) => freeSlots!.length > 0).length : null,
    unit: words.places,
    note: total === null ? undefined : fillSentence(words.ofVenues, { n: total }),
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: venueTable(rows),
    whole,
  };
}

export function venueTable(rows: Venue[]) {
  return tableOf<Venue>({
    title: words.calendar,
    columns: [
      textColumn('name', words.venue, ({ name }) => name),
      numberColumn('capacity', words.capacity, ({ capacity }) => capacity),
      {
        id: 'free',
        title: words.freeTimes,
        text: ({ freeSlots }, language) =>
          (freeSlots ?? [])
            .map(({ from, until }) => `${writeDay(from, language)} ${writeTime(from)}–${writeTime(until)}`)
            .join('；') || words.noneFree[language],
      },
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}

function bookingsWaiting({ bookings }: Q03BookingsWaitingQuery) {
  const { rows, total, coverage, whole } = readList(bookings);
  const longest = largest(rows.map(({ waitingDays }) => waitingDays));
  return {
    value: total,
    unit: words.items,
    note: longest === null ? undefined : fillSentence(words.waitedLongest, { n: longest }),
    alarm: longest !== null && longest >= 7,
    coverage,
    provenances: rows.map(({ provenance }) => provenance),
    rows: waitingTable(rows),
    whole,
  };
}

function waitingTable(rows: Booking[]) {
  return tableOf<Booking>({
    title: words.waiting,
    columns: [
      textColumn('resource', words.resource, ({ resource }) => resource?.name),
      textColumn('requester', words.requester, ({ requester }) => requester?.name),
      numberColumn('waited', words.waited, ({ waitingDays }) => waitingDays),
      dayColumn('requested', words.requested, ({ requestedAt }) => requestedAt),
      timeColumn('starts', words.starts, ({ startsAt }) => startsAt),
      numberColumn('expected', words.expected, ({ expectedHeadcount }) => expectedHeadcount),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, resource, provenance }) => ({ id, owner: resource?.owner?.name ?? null, provenance }),
  });
}

function useLastQuarter({ bookingSummary }: Parameters<typeof useOf>[0]) {
  const rows = useOf({ bookingSummary });
  const total = (state: string) =>
    bookingSummary?.groups ? rows.reduce((sum, row) => sum + (row.counts[state] ?? 0), 0) : null;
  const [used, revoked, notUsed] = [total(USED), total(REVOKED), total(NOT_USED)];
  return {
    value: used,
    unit: words.times,
    note: revoked === null ? undefined : fillSentence(words.revokedNotUsed, { revoked, notUsed: notUsed! }),
    coverage: bookingSummary?.coverage ?? null,
    provenances: bookingSummary?.groups?.map(({ provenance }) => provenance) ?? [],
    rows: useTable(rows),
    whole: bookingSummary !== null,
  };
}
