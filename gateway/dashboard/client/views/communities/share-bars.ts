// The bars of the comparison: two for each community, each with its basis written at its end.
import type { EChartsCoreOption } from 'echarts/core';
import type { Share } from '../../../../../schema/operations/q22-communities-compared';
import type { Language } from '../../words/words';
import type { Community } from './compared-columns';
import { words } from './words';

export function drawShares(rows: Community[], language: Language): EChartsCoreOption {
  const series = (name: string, read: (row: Community) => Share | null) => ({
    name,
    type: 'bar',
    barMaxWidth: 24,
    data: rows.map((row) => barOf(read(row))),
    label: { show: true, position: 'right' },
  });
  return {
    legend: { top: 0 },
    grid: { left: 8, right: 96, top: 48, bottom: 8, containLabel: true },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%' } },
    yAxis: { type: 'category', inverse: true, axisTick: { show: false }, data: rows.map(({ name }) => name) },
    series: [
      series(words.confirmed[language], ({ tasks }) => tasks),
      series(words.satisfied[language], ({ needs }) => needs),
    ],
  };
}

function barOf(share: Share | null) {
  if (!share || share.whole === 0) return { value: null };
  const percent = Math.round((share.part / share.whole) * 1000) / 10;
  return { value: percent, label: { formatter: `${percent}% (${share.part}/${share.whole})` } };
}
