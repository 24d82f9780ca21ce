// The page of joint activities: the calendar of next month, and what its activities still lack.
import { Q20ActivitiesNextMonth } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { usePicture } from '../../graph/use-picture';
import { FigureRow } from '../../pieces/figure-row';
import { FigureTable } from '../../pieces/figure-table';
import { CoverageMark } from '../../pieces/marks';
import { openSource } from '../../pieces/open-sheet';
import { Panel } from '../../pieces/panel';
import { useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import { useActivityFigures } from './figures';
import { nextMonth } from './month';
import { MonthCalendar } from './month-calendar';
import { words } from './words';

export function View() {
  const say = useSay();
  const slots = useActivityFigures();
  const [activities, gaps] = slots as [(typeof slots)[0], (typeof slots)[0]];
  const picture = usePicture(Q20ActivitiesNextMonth);
  return (
    <>
      <FigureRow slots={slots} />
      <Panel id="month" title={words.calendar} questions={[20]} picture={picture} height={32} wide>
        {({ jointActivities }) => {
          const { rows, coverage, whole } = readList(jointActivities);
          if (!coverage) return <p class="table-empty">{say(shell.emptyUnknown)}</p>;
          return (
            <>
              <CoverageMark coverage={coverage} />
              {!whole && <p class="panel-note">{say(shell.notWhole, { n: rows.length })}</p>}
              <MonthCalendar
                month={nextMonth(coverage.asOf)}
                activities={rows}
                onOpen={({ id, name, host, provenance }) =>
                  activities.figure &&
                  openSource(activities.figure)({ id, owner: host?.name ?? null, provenance }, name)
                }
              />
            </>
          );
        }}
      </Panel>
      <Panel id="gaps" title={words.gapsLong} questions={[20]} picture={picture} wide>
        {() => <FigureTable slot={gaps} />}
      </Panel>
      <Panel id="activities" title={words.list} questions={[20]} picture={picture} wide>
        {() => <FigureTable slot={activities} />}
      </Panel>
    </>
  );
}
