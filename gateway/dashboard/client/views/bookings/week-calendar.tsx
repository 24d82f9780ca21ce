// A week of venues: one row a venue, one column a day, and in each day what is free as bars on the hours.
import type { Q01VenuesFreeNextWeekQuery } from '../../graph/operation-types';
import { readList } from '../../graph/read-list';
import { ProvenanceMark } from '../../pieces/marks';
import { useLanguage, useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import { addDays, weekdayOf, writeDay, writeTime } from '../../words/write-figures';
import type { Venue } from './figures';
import { words } from './words';

type Slot = NonNullable<Venue['freeSlots']>[number];

const OPENS = 8;
const CLOSES = 22;

export function WeekCalendar({ resources }: { resources: Q01VenuesFreeNextWeekQuery['sharedResources'] }) {
  const say = useSay();
  const language = useLanguage();
  const { rows, coverage } = readList(resources);
  if (!coverage || rows.length === 0)
    return <p class="table-empty">{say(coverage?.complete ? shell.empty : shell.emptyUnknown)}</p>;
  const days = nextWeek(coverage.asOf);
  return (
    <div
      class="table-scroll"
      tabIndex={0}
      role="region"
      aria-label={say(shell.tableOf, { title: say(words.calendar) })}
    >
      <table class="calendar">
        <thead>
          <tr>
            <th scope="col">{say(words.venue)}</th>
            {days.map((day) => (
              <th scope="col" key={day}>
                {writeDay(day, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((venue) => (
            <tr key={venue.id}>
              <VenueHead venue={venue} />
              {days.map((day) => (
                <DayCell key={day} day={day} venue={venue} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="calendar-key">
        <span class="key-free" /> {say(words.free)} <span class="key-taken" /> {say(words.taken)} · {OPENS}
        :00–{CLOSES}:00
      </p>
    </div>
  );
}

/** The graph's next week: Monday to Sunday after the day of the answer. */
function nextWeek(asOf: string): string[] {
  const monday = addDays(asOf, 7 - ((weekdayOf(asOf) + 6) % 7));
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i));
}

function VenueHead({ venue }: { venue: Venue }) {
  const say = useSay();
  return (
    <th scope="row">
      <span class="venue-name">{venue.name}</span>
      <span class="venue-facts">
        {venue.owner?.name ?? say(shell.unknown)} ·{' '}
        {venue.capacity === null ? say(shell.unknown) : say(words.people, { n: venue.capacity })}
      </span>
      <ProvenanceMark of={[venue.provenance]} />
    </th>
  );
}

function DayCell({ day, venue }: { day: string; venue: Venue }) {
  const say = useSay();
  const language = useLanguage();
  if (venue.freeSlots === null) return <td class="day-unknown">{say(shell.unknown)}</td>;
  const slots = venue.freeSlots.filter(({ from }) => from.startsWith(day));
  const spoken = slots.map((slot) =>
    say(words.freeSlot, {
      day: writeDay(day, language),
      from: writeTime(slot.from),
      until: writeTime(slot.until),
      n: slot.headcountLeft ?? say(shell.unknown),
    }),
  );
  return (
    <td
      class={slots.length ? 'day-free' : 'day-taken'}
      title={spoken.join('\n') || say(words.dayNotFree, { day: writeDay(day, language) })}
    >
      <span class="day-track" aria-hidden="true">
        {slots.map((slot) => (
          <span key={slot.from} class="day-bar" style={barOf(slot)} />
        ))}
      </span>
      <span class="day-times">
        {slots.map((slot) => (
          <span key={slot.from}>
            {writeTime(slot.from)}–{writeTime(slot.until)}
          </span>
        ))}
        {slots.length === 0 && <span class="day-none">{say(words.taken)}</span>}
      </span>
    </td>
  );
}

/** The place of a free time between the first and the last hour shown. */
function barOf({ from, until }: Slot): { left: string; width: string } {
  const at = (time: string) =>
    Math.min(
      1,
      Math.max(0, (Number(time.slice(11, 13)) + Number(time.slice(14, 16)) / 60 - OPENS) / (CLOSES - OPENS)),
    );
  const end = until.slice(0, 10) > from.slice(0, 10) ? 1 : at(until);
  return { left: `${at(from) * 100}%`, width: `${(end - at(from)) * 100}%` };
}
