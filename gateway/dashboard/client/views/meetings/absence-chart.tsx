// How often organizations stayed away this year, as bars.
import { useMemo } from 'preact/hooks';
import { Chart } from '../../pieces/chart';
import { useLanguage, useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import type { AbsenceRow } from './absences';
import { words } from './words';

export function AbsenceChart({ rows }: { rows: AbsenceRow[] }) {
  const say = useSay();
  const language = useLanguage();
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 48, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ name }) => name ?? shell.unknown[language]),
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 28,
          color: '#d55e00',
          data: rows.map(({ thisYear }) => thisYear),
          label: { show: true, position: 'right' },
        },
      ],
    }),
    [JSON.stringify(rows), language],
  );
  if (rows.length === 0) return null;
  return (
    <Chart description={say(words.absenceChart)} option={option} height={Math.max(8, rows.length * 3)} />
  );
}
