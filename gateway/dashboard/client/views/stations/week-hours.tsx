// The week of service stations that state their hours: when each is open, and which are open at the time of the answer.
import { Icon } from '../../pieces/icon';
import { ProvenanceMark } from '../../pieces/marks';
import { useLanguage, useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import { weekdayOf, writeWeekday } from '../../words/write-figures';
import type { Station } from './figures';
import { isOpenAt, readOpeningHours, writeMinutes } from './opening-hours';
import { words } from './words';

const MONDAY_TO_SUNDAY = [1, 2, 3, 4, 5, 6, 0];

export function WeekHours({ stations, asOf }: { stations: Station[]; asOf: string }) {
  const say = useSay();
  const language = useLanguage();
  const today = weekdayOf(asOf);
  return (
    <div
      class="table-scroll"
      tabIndex={0}
      role="region"
      aria-label={say(shell.tableOf, { title: say(words.week) })}
    >
      <table class="calendar hours">
        <thead>
          <tr>
            <th scope="col">{say(words.station)}</th>
            {MONDAY_TO_SUNDAY.map((weekday) => (
              <th scope="col" key={weekday} class={weekday === today ? 'is-today' : ''}>
                {writeWeekday(weekday, language)}
                {weekday === today && <span class="today-mark">{say(words.today)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stations.map((station) => (
            <StationRow key={station.id} station={station} asOf={asOf} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StationRow({ station, asOf }: { station: Station; asOf: string }) {
  const say = useSay();
  const week = readOpeningHours(station.openingHours!);
  const today = weekdayOf(asOf);
  return (
    <tr data-station={station.id}>
      <th scope="row">
        <span class="venue-name">{station.name}</span>
        <span class="venue-facts">
          {station.owner?.name ?? say(shell.unknown)} · {station.place ?? say(words.noPlace)}
        </span>
        {week && <OpenMark isOpen={isOpenAt(week, asOf, today)} />}{' '}
        <ProvenanceMark of={[station.provenance]} />
      </th>
      {!week && <td colSpan={7}>{station.openingHours}</td>}
      {week &&
        MONDAY_TO_SUNDAY.map((weekday, i) => (
          <td key={weekday} class={weekday === today ? 'is-today' : ''}>
            {week[i]!.length === 0 && <span class="day-none">{say(words.closed)}</span>}
            {week[i]!.map(([from, until]) => (
              <span key={from} class="hours-span">
                {writeMinutes(from)}–{writeMinutes(until)}
              </span>
            ))}
          </td>
        ))}
    </tr>
  );
}

function OpenMark({ isOpen }: { isOpen: boolean }) {
  const say = useSay();
  return (
    <span class={`mark ${isOpen ? 'mark-entered' : 'mark-demonstration'}`} data-open={isOpen}>
      <Icon name={isOpen ? 'check' : 'clock'} />
      {say(isOpen ? words.openNow : words.closedNow)}
    </span>
  );
}
