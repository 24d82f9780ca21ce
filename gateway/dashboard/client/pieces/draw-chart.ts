// The part of ECharts that the dashboard draws with: bars, lines, pies on a canvas. A chunk of its own.
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  PieChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  CanvasRenderer,
]);

/** Okabe–Ito, told apart by people of every colour vision; decals help on paper. */
const COLORS = ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#56b4e9', '#cc79a7', '#7a6a00', '#5f6b76'];
const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

/** Pixels of a rem on a wall screen of 1920. */
const WALL_REM = 20;

/** Answers what takes it away. */
export function drawChart(place: HTMLElement, option: EChartsCoreOption): () => void {
  const rem = parseFloat(getComputedStyle(place).fontSize); // a sheet of paper has letters of its own
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const chart = init(place);
  chart.setOption({
    color: COLORS,
    animation: !isStill,
    animationDuration: 300,
    textStyle: { fontFamily: FONT, fontSize: rem * 0.8, color: '#1f2328' },
    aria: { enabled: true, label: { enabled: false }, decal: { show: place.closest('.paper') !== null } }, // paper is often grey
    tooltip: { renderMode: 'richText', confine: true },
    ...inProportion(withReadableAxes(onNarrow(option, place.clientWidth / rem), rem * 0.8), rem / WALL_REM),
  });
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(place);
  return () => {
    watcher.disconnect();
    chart.dispose();
  };
}

/** On a phone long names are broken into lines, and a legend takes two. */
function onNarrow(option: EChartsCoreOption, widthInRem: number): EChartsCoreOption {
  if (widthInRem > 30) return option;
  const { grid, legend, yAxis } = option as { grid?: { top?: number }; legend?: object; yAxis?: object };
  const axisLabel = { width: widthInRem * WALL_REM * 0.25, overflow: 'break' };
  return {
    ...option,
    ...(yAxis && { yAxis: { ...yAxis, axisLabel } }),
    ...(grid && legend && { grid: { ...grid, top: (grid.top ?? 0) + 1.6 * WALL_REM } }),
  };
}

/** Options give pixels of a wall screen of 1920; on any other the picture keeps its proportions. */
function inProportion(option: EChartsCoreOption, factor: number): EChartsCoreOption {
  const scale = (given: object | undefined, names: readonly string[]) =>
    given &&
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        names.includes(name) ? multiply(value, factor) : (value as unknown),
      ]),
    );
  const { grid, series } = option as { grid?: object; series?: object[] };
  return {
    ...option,
    ...(grid && { grid: scale(grid, ['left', 'right', 'top', 'bottom']) }),
    series: series?.map((each) => scale(each, ['barMaxWidth', 'symbolSize'])),
  };
}

function multiply(value: unknown, factor: number): unknown {
  if (Array.isArray(value)) return value.map((each) => multiply(each, factor));
  return typeof value === 'number' ? value * factor : value;
}

/** ECharts writes axes in 12 pixels unless it is told, whatever the screen. */
function withReadableAxes(option: EChartsCoreOption, fontSize: number): EChartsCoreOption {
  const axis = (given: unknown) => {
    const it = given as { axisLabel?: object } | undefined;
    return (
      it && {
        ...it,
        axisLabel: {
          hideOverlap: true,
          fontSize,
          lineHeight: fontSize * 1.35,
          color: '#1f2328',
          ...it.axisLabel,
        },
      }
    );
  };
  const { xAxis, yAxis, legend } = option as { xAxis?: unknown; yAxis?: unknown; legend?: object };
  return {
    ...option,
    xAxis: axis(xAxis),
    yAxis: axis(yAxis),
    ...(legend && {
      legend: { textStyle: { fontSize }, itemWidth: fontSize * 1.6, itemHeight: fontSize * 0.8, ...legend },
    }),
  };
}
