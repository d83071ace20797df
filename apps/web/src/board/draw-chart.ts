import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartModel } from './chart-model.ts';
import type { Palette } from './palette.ts';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface Drawn {
  readonly palette: Palette;
  readonly onPick: ((row: number, series: number) => void) | undefined;
}

/** Draws figures into an element and keeps them as wide as it is; answers how to remove them. */
export function drawChart(element: HTMLElement, model: ChartModel, { palette, onPick }: Drawn): () => void {
  const chart = init(element, null, { renderer: 'svg' });
  chart.setOption(optionOf(model, palette));
  if (onPick) {
    chart.on('click', ({ dataIndex, seriesIndex }: { dataIndex?: number; seriesIndex?: number }) => {
      if (dataIndex !== undefined && seriesIndex !== undefined) onPick(dataIndex, seriesIndex);
    });
  }
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(element);
  return () => {
    watch.disconnect();
    chart.dispose();
  };
}

const symbols = ['circle', 'rect', 'triangle', 'diamond'];
const dashes = ['solid', 'dashed', 'dotted', [12, 4, 3, 4]];
const lineOf = (color: string | undefined, index: number) => ({ color, width: 3, type: dashes[index] ?? 'dashed' });

/** Series differ by pattern as well as by colour, and the values are written beside the bars in the table. */
function optionOf({ rows, series, stacked, lying, shades, unit, label }: ChartModel, palette: Palette) {
  const { text, quiet, line, ground } = palette;
  const names = { type: 'category', data: [...rows], axisLabel: { color: text, width: 132, overflow: 'break' } };
  const numbers = {
    type: 'value',
    minInterval: unit ? 0.1 : 1,
    name: unit ?? '',
    nameTextStyle: { color: quiet },
    axisLabel: { color: quiet },
    splitLine: { lineStyle: { color: line } },
  };
  const colours = shades ? palette[shades] : palette.plain;
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    animation: !reduced,
    animationDuration: 150,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
    aria: { enabled: true, label: { description: label }, decal: { show: series.length > 1 } },
    grid: { left: 8, right: 24, top: series.length > 1 ? 40 : 24, bottom: 8, containLabel: true },
    legend: { show: series.length > 1, top: 0, textStyle: { color: text }, itemStyle: { borderWidth: 0.5 } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      renderMode: 'richText',
      backgroundColor: ground,
      borderColor: quiet,
      textStyle: { color: text },
    },
    xAxis: lying ? numbers : names,
    yAxis: lying ? { ...names, inverse: true } : numbers,
    series: series.map(({ name, values, as, tone }, index) => ({
      name,
      type: as ?? 'bar',
      data: [...values],
      barMaxWidth: 28,
      ...(stacked && !as ? { stack: 'all' } : {}),
      itemStyle: { color: colours[tone ?? index] ?? colours.at(-1), borderColor: text, borderWidth: as ? 0 : 0.5 },
      ...(as ? { symbol: symbols[index], symbolSize: 8, lineStyle: lineOf(colours[index], index) } : {}),
    })),
  };
}
