// The page of resources and bookings: a calendar of next week, a finder, what waits, and how resources were used.
import { useMemo } from 'preact/hooks';
import {
  Q01VenuesFreeNextWeek,
  Q03BookingsWaiting,
  Q04UsePerResourceLastQuarter,
} from '../../graph/operations';
import { usePicture } from '../../graph/use-picture';
import { Chart } from '../../pieces/chart';
import { CoverageMark } from '../../pieces/marks';
import { FirstBars } from '../../pieces/first-bars';
import { FigureRow } from '../../pieces/figure-row';
import { openSource } from '../../pieces/open-sheet';
import { Panel } from '../../pieces/panel';
import { Table } from '../../pieces/table';
import { useLanguage, useSay } from '../../words/language';
import { useBookingFigures } from './figures';
import { NOT_USED, REVOKED, type UseRow, useOf, USED } from './use-rows';
import { VenueFinder } from './venue-finder';
import { WeekCalendar } from './week-calendar';
import { words } from './words';

export function View() {
  const slots = useBookingFigures();
  const [, waiting, use] = slots.map(({ figure }) => figure);
  const venues = usePicture(Q01VenuesFreeNextWeek);
  return (
    <>
      <FigureRow slots={slots} />
      <Panel id="venues" title={words.calendar} questions={[1]} picture={venues} height={24} wide>
        {({ sharedResources }) => (
          <>
            <CoverageMark coverage={sharedResources?.coverage} />
            <WeekCalendar resources={sharedResources} />
          </>
        )}
      </Panel>
      <VenueFinder />
      <Panel id="waiting" title={words.waiting} questions={[3]} picture={usePicture(Q03BookingsWaiting)} wide>
        {() =>
          waiting && (
            <Table
              content={waiting.rows}
              whole={waiting.whole}
              coverage={waiting.coverage}
              onSource={openSource(waiting)}
            />
          )
        }
      </Panel>
      <Panel
        id="use"
        title={words.usePerResource}
        questions={[4]}
        picture={usePicture(Q04UsePerResourceLastQuarter)}
        height={24}
        wide
      >
        {(data) => (
          <div class="beside">
            <FirstBars rows={useOf(data)}>{(rows) => <UseChart rows={rows} />}</FirstBars>
            {use && (
              <Table
                content={use.rows}
                whole={use.whole}
                coverage={use.coverage}
                onSource={openSource(use)}
              />
            )}
          </div>
        )}
      </Panel>
    </>
  );
}

function UseChart({ rows }: { rows: UseRow[] }) {
  const say = useSay();
  const language = useLanguage();
  const option = useMemo(() => {
    const series = (name: string, state: string) => ({
      name,
      type: 'bar',
      stack: 'use',
      barMaxWidth: 28,
      data: rows.map(({ counts }) => counts[state] ?? 0),
    });
    return {
      legend: { top: 0 },
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name ?? '') },
      series: [
        series(words.used[language], USED),
        series(words.revoked[language], REVOKED),
        series(words.notUsed[language], NOT_USED),
      ],
    };
  }, [JSON.stringify(rows), language]);
  if (rows.length === 0) return null;
  return <Chart description={say(words.useChart)} option={option} height={Math.max(12, rows.length * 3)} />;
}
