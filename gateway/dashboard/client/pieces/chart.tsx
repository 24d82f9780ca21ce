// A chart by ECharts, loaded only where one is drawn; what it shows is also said in words.
import { useEffect, useRef } from 'preact/hooks';
import type { EChartsCoreOption } from 'echarts/core';

export interface ChartOptions {
  /** What a person who does not see it is told. */
  description: string;
  option: EChartsCoreOption;
  /** In rem. */
  height: number;
}

export function Chart({ description, option, height }: ChartOptions) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let remove = () => {};
    let isGone = false;
    void import('./draw-chart').then(({ drawChart }) => {
      if (!isGone && place.current) remove = drawChart(place.current, option);
    });
    return () => {
      isGone = true;
      remove();
    };
  }, [option]);
  return (
    <div
      class="chart"
      ref={place}
      role="img"
      aria-label={description}
      style={{ height: `calc(${height} * var(--chart-unit, 1rem))` }}
    />
  );
}
