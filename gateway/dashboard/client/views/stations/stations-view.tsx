// The page of service stations: the week of those that state their hours, and every station with its services.
import { Q21ServiceStations } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { usePicture } from '../../graph/use-picture';
import { FigureRow } from '../../pieces/figure-row';
import { FigureTable } from '../../pieces/figure-table';
import { CoverageMark } from '../../pieces/marks';
import { Panel } from '../../pieces/panel';
import { useLanguage, useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import { writeDayAndTime } from '../../words/write-figures';
import { useStationFigures } from './figures';
import { WeekHours } from './week-hours';
import { words } from './words';

export function View() {
  const say = useSay();
  const language = useLanguage();
  const slots = useStationFigures();
  const picture = usePicture(Q21ServiceStations);
  return (
    <>
      <FigureRow slots={slots} />
      <Panel id="hours" title={words.week} questions={[21]} picture={picture} height={16} wide>
        {({ serviceStations }) => {
          const { rows, coverage } = readList(serviceStations);
          const stated = rows.filter(({ openingHours }) => openingHours !== null);
          if (!coverage || stated.length === 0)
            return <p class="table-empty">{say(coverage?.complete ? shell.empty : shell.emptyUnknown)}</p>;
          return (
            <>
              <CoverageMark coverage={coverage} />
              <WeekHours stations={stated} asOf={coverage.asOf} />
              <p class="panel-note">
                {say(words.hoursNote, {
                  time: writeDayAndTime(coverage.asOf, language),
                  n: rows.length - stated.length,
                })}
              </p>
            </>
          );
        }}
      </Panel>
      <Panel id="stations" title={words.stations} questions={[21]} picture={picture} wide>
        {() => <FigureTable slot={slots[0]!} />}
      </Panel>
    </>
  );
}
