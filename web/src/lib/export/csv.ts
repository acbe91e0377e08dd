import type { Chart } from '$lib/contract';

type Cell = string | number | boolean | null;

/** RFC 4180: commas, CRLF, quotes doubled. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

/** The numbers of a chart, exact, one row per period. */
export function chartCsv(chart: Chart): string {
  return csv(
    ['period_start', 'period', 'value', 'path', 'open'],
    chart.points.map((point) => [point.start, point.label, point.value, point.path, point.open]),
  );
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  // A text that a spreadsheet would run as a formula is made a text again.
  const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
