// The calendar of next month: a cell for each day, what takes place on it, and what each activity still lacks.
import { Icon } from '../../pieces/icon';
import { useLanguage, useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import { weekdayOf, writeDay, writeTime, writeWeekday } from '../../words/write-figures';
import { type Activity, gapsOf } from './figures';
import { type MonthDay, monthDays } from './month';
import { words } from './words';

interface MonthCalendarOptions {
  month: string;
  activities: readonly Activity[];
  onOpen(activity: Activity): void;
}

export function MonthCalendar({ month, activities, onOpen }: MonthCalendarOptions) {
  const language = useLanguage();
  const days = monthDays(month, activities);
  return (
    <div class="month" data-month={month}>
      {days.slice(0, 7).map(({ day }) => (
        <span key={`head-${day}`} class="month-head" aria-hidden="true">
          {writeWeekday(weekdayOf(day), language)}
        </span>
      ))}
      {days.map((each) => (
        <DayCell key={each.day} day={each} onOpen={onOpen} />
      ))}
    </div>
  );
}

function DayCell({ day, onOpen }: { day: MonthDay; onOpen(activity: Activity): void }) {
  const language = useLanguage();
  const isEmpty = day.activities.length === 0;
  return (
    <section
      class={`month-day ${isEmpty ? 'month-day-empty' : ''} ${day.isInMonth ? '' : 'month-day-other'}`}
      aria-label={writeDay(day.day, language)}
      aria-hidden={isEmpty || undefined}
    >
      <span class="month-number">{Number(day.day.slice(8))}</span>
      <span class="month-date">{writeDay(day.day, language)}</span>
      {day.activities.map((activity) => (
        <Entry key={activity.id} activity={activity} onOpen={onOpen} />
      ))}
    </section>
  );
}

function Entry({ activity, onOpen }: { activity: Activity; onOpen(activity: Activity): void }) {
  const say = useSay();
  return (
    <button type="button" class="month-entry" data-activity={activity.id} onClick={() => onOpen(activity)}>
      <span class="month-time">{activity.startsAt ? writeTime(activity.startsAt) : say(words.wholeDay)}</span>
      <span class="month-name">{activity.name}</span>
      <span class="month-place">{activity.place ?? say(words.noPlace)}</span>
      <GapMark activity={activity} />
    </button>
  );
}

/** What is not known is not complete either. */
function GapMark({ activity }: { activity: Activity }) {
  const say = useSay();
  if (!activity.requirements) return <span class="mark mark-missing">{say(shell.unknown)}</span>;
  const n = gapsOf([activity]).length;
  return (
    <span class={`mark ${n ? 'mark-missing' : 'mark-entered'}`} data-gaps={n}>
      <Icon name={n ? 'missing' : 'check'} />
      {n ? say(words.lacks, { n }) : say(words.nothingLacks)}
    </span>
  );
}
