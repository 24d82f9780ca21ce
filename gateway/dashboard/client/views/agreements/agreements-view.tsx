// The page of agreements and tasks: what is overdue, whose and how long; what waits; what expires; who has not signed.
import { useMemo } from 'preact/hooks';
import type { FigureValue } from '../../graph/figures';
import {
  Q05AgreementsExpiring,
  Q06TasksOverdue,
  Q07TasksUnconfirmed,
  Q08MembersWithoutAgreement,
} from '../../graph/operations';
import type { Picture } from '../../graph/picture';
import { usePicture } from '../../graph/use-picture';
import { readList } from '../../graph/read-list';
import { Chart } from '../../pieces/chart';
import { FirstBars } from '../../pieces/first-bars';
import { FigureRow } from '../../pieces/figure-row';
import { CoverageMark } from '../../pieces/marks';
import { openSource } from '../../pieces/open-sheet';
import { Panel } from '../../pieces/panel';
import { Table } from '../../pieces/table';
import { useLanguage, useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import type { Sentence } from '../../words/words';
import { type OverdueTask, responsibleName, useAgreementFigures } from './figures';
import { words } from './words';

export function View() {
  const slots = useAgreementFigures();
  const [overdue, unconfirmed, expiring, unsigned] = slots.map(({ figure }) => figure) as [
    FigureValue | null,
    FigureValue | null,
    FigureValue | null,
    FigureValue | null,
  ];
  const tasks = usePicture(Q06TasksOverdue);
  return (
    <>
      <FigureRow slots={slots} />
      <Panel id="overdue" title={words.byOrganization} questions={[6]} picture={tasks} height={24} wide>
        {({ agreementTasks }) => (
          <div class="beside">
            <FirstBars rows={longestFirst(readList(agreementTasks).rows)}>
              {(rows) => <OverdueChart rows={rows} />}
            </FirstBars>
            {overdue && <FigureTable figure={overdue} />}
          </div>
        )}
      </Panel>
      <TablePanel
        id="unconfirmed"
        wide
        title={words.unconfirmed}
        question={7}
        picture={usePicture(Q07TasksUnconfirmed)}
        figure={unconfirmed}
      />
      <TablePanel
        id="expiring"
        title={words.expiringLong}
        question={5}
        picture={usePicture(Q05AgreementsExpiring)}
        figure={expiring}
      />
      <TablePanel
        id="unsigned"
        title={words.unsignedLong}
        question={8}
        picture={usePicture(Q08MembersWithoutAgreement)}
        figure={unsigned}
      />
    </>
  );
}

interface TablePanelOptions {
  id: string;
  title: Sentence;
  question: number;
  picture: Picture<unknown>;
  figure: FigureValue | null;
  wide?: boolean;
}

function TablePanel({ id, title, question, picture, figure, wide }: TablePanelOptions) {
  return (
    <Panel id={id} title={title} questions={[question]} picture={picture} wide={wide}>
      {() => figure && <FigureTable figure={figure} />}
    </Panel>
  );
}

function FigureTable({ figure }: { figure: FigureValue }) {
  return (
    <div>
      <CoverageMark coverage={figure.coverage} />
      <Table
        content={figure.rows}
        whole={figure.whole}
        coverage={figure.coverage}
        onSource={openSource(figure)}
      />
    </div>
  );
}

function longestFirst(rows: OverdueTask[]): OverdueTask[] {
  return [...rows].sort((a, b) => (b.overdueDays ?? 0) - (a.overdueDays ?? 0));
}

/** One bar a task, longest first, so that whose and how long is seen at once. */
function OverdueChart({ rows }: { rows: OverdueTask[] }) {
  const say = useSay();
  const language = useLanguage();
  const option = useMemo(() => {
    return {
      grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: {
        type: 'category',
        inverse: true,
        axisTick: { show: false },
        data: rows.map((task) => `${responsibleName(task) ?? shell.unknown[language]}\n${task.text}`),
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 28,
          color: '#d55e00',
          data: rows.map(({ overdueDays }) => overdueDays),
          label: { show: true, position: 'right', formatter: words.days[language].replace('{n}', '{c}') },
        },
      ],
    };
  }, [JSON.stringify(rows), language]);
  if (rows.length === 0) return null;
  return (
    <Chart description={say(words.overdueChart)} option={option} height={Math.max(10, rows.length * 3.5)} />
  );
}
