// Claims of each organization as stacked bars, by how far they are.
import { useMemo } from 'preact/hooks';
import { Chart } from '../../pieces/chart';
import { useLanguage, useSay } from '../../words/language';
import { shell } from '../../words/shell-words';
import { type ClaimRow, STAGES } from './claims';
import { words } from './words';

export function ClaimsChart({ rows }: { rows: ClaimRow[] }) {
  const say = useSay();
  const language = useLanguage();
  const option = useMemo(
    () => ({
      legend: { top: 0 },
      grid: { left: 8, right: 24, top: 48, bottom: 8, containLabel: true },
      tooltip: { renderMode: 'richText', confine: true, trigger: 'axis', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ name }) => name ?? shell.unknown[language]),
      },
      series: STAGES.map(({ id, color, title }) => ({
        color,
        name: title[language],
        type: 'bar',
        stack: 'claims',
        barMaxWidth: 28,
        data: rows.map(({ counts }) => counts[id]),
      })),
    }),
    [JSON.stringify(rows), language],
  );
  if (rows.length === 0) return null;
  return (
    <Chart
      description={say(words.claimsChart)}
      option={option}
      height={Math.max(14, rows.length * 2.6 + 4)}
    />
  );
}
