import { describe, expect, it } from 'vitest';
import { nearest, plotOf } from '../src/lib/chart/plot';
import type { Chart } from '../src/lib/contract';
import page from './fixtures/kpi-return_rate.json';

const chart = page.chart as Chart;

describe('the large chart', () => {
  const plot = plotOf(chart, 900, 300);
  it('keeps every point, tick and label inside its box', () => {
    chart.points.forEach((point, i) => {
      expect(plot.x(i)).toBeGreaterThanOrEqual(plot.left - 1e-9);
      expect(plot.x(i)).toBeLessThanOrEqual(900 - plot.right + 1e-9);
      if (point.value !== null) expect(plot.y(point.value)).toBeGreaterThan(plot.top - 1);
    });
    for (const tick of chart.ticks) expect(plot.y(tick.value)).toBeLessThan(plot.bottom);
  });
  it('draws the open period apart, joined to the last closed one', () => {
    expect(plot.closed.split(/[ML]/).length - 1).toBe(11);
    expect(plot.open.split(/[ML]/).length - 1).toBe(2);
    expect(plot.closed.endsWith(plot.open.slice(1, plot.open.indexOf('L')))).toBe(true);
  });
  it('finds the point under the pointer, also beyond the ends', () => {
    expect(nearest(plot, 14, plot.x(5) + 3)).toBe(5);
    expect(nearest(plot, 14, -50)).toBe(0);
    expect(nearest(plot, 14, 5000)).toBe(13);
  });
  it('thins its labels on a narrow screen so that none overlap, and keeps the last', () => {
    const { labels } = plotOf(chart, 300, 240);
    expect(labels.length).toBeLessThan(14);
    expect(labels.at(-1)?.index).toBe(13);
    for (let i = 1; i < labels.length; i++) expect(labels[i]!.x - labels[i - 1]!.x).toBeGreaterThan(50);
  });
  it('stands a single point and an empty chart', () => {
    const one = plotOf({ ...chart, points: chart.points.slice(0, 1) }, 300, 200);
    expect(one.closed).toMatch(/^M[\d.]+ [\d.]+h0$/);
    expect(plotOf({ ...chart, points: [], ticks: [] }, 300, 200).closed).toBe('');
  });
});
