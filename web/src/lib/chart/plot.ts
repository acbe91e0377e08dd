import type { Chart } from '$lib/contract';
import { linePath, rangeOf, scale } from './line';

export interface Plot {
  width: number; height: number; left: number; right: number; top: number; bottom: number;
  x: (index: number) => number; y: (value: number) => number;
  closed: string; open: string; path: string;
  labels: { index: number; x: number; text: string }[];
}

const GLYPH = 6.6; // mean width of a character at 11 px: enough to keep labels apart
const TOP = 34; // two rows of event names
const BOTTOM = 24;

/** Where everything of a large chart goes, in pixels. */
export function plotOf(chart: Chart, width: number, height: number): Plot {
  const left = 12 + Math.max(...chart.ticks.map((tick) => tick.text.length), 2) * GLYPH;
  const right = chart.target ? 12 + chart.target.text.length * GLYPH : 12;
  const bottom = height - BOTTOM;
  const x = scale({ low: 0, high: Math.max(1, chart.points.length - 1) }, left, width - right);
  const y = scale(domainOf(chart), bottom - 4, TOP);
  const values = chart.points.map((point) => point.value);
  const firstOpen = chart.points.findIndex((point) => point.open && point.value != null);
  const split = firstOpen < 0 ? values.length : firstOpen;
  return {
    width, height, left, right, top: TOP, bottom, x, y,
    closed: linePath(values.map((value, i) => (i < split ? value : null)), x, y),
    open: linePath(values.map((value, i) => (i >= split - 1 ? value : null)), x, y),
    path: linePath(chart.points.map((point) => point.path), x, y),
    labels: labelsOf(chart, x, width),
  };
}

/** The nearest point to a place, for the pointer. */
export function nearest(plot: Plot, count: number, x: number): number {
  const step = count > 1 ? plot.x(1) - plot.x(0) : 1;
  return Math.min(count - 1, Math.max(0, Math.round((x - plot.left) / step)));
}

function domainOf(chart: Chart) {
  return rangeOf(
    chart.points.map((point) => point.value),
    chart.points.map((point) => point.path),
    chart.ticks.map((tick) => tick.value),
    chart.band ? [chart.band.low, chart.band.high] : [],
    chart.target ? [chart.target.value] : [],
  );
}

/** Every n-th label, n the smallest that keeps them apart; the last point's label always stands. */
function labelsOf(chart: Chart, x: (index: number) => number, width: number) {
  const count = chart.points.length;
  const widest = Math.max(...chart.points.map((point) => point.label.length), 1) * GLYPH + 14;
  const room = count > 1 ? x(1) - x(0) : width;
  const every = Math.max(1, Math.ceil(widest / Math.max(room, 1)));
  return chart.points
    .map((point, index) => ({ index, x: x(index), text: point.label }))
    .filter(({ index }) => (count - 1 - index) % every === 0);
}
