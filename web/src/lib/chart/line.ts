/** Points in, SVG path out. */
export type Value = number | null | undefined;
export interface Range { low: number; high: number }

/** The smallest range that holds every value; a flat or empty series gets a range of its own, so that it draws in the middle. */
export function rangeOf(...series: readonly (readonly Value[])[]): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const values of series) {
    for (const value of values) {
      if (value == null || !Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) return { low: 0, high: 1 };
  if (low === high) return { low: low - 1, high: high + 1 };
  return { low, high };
}

/** A linear scale from a domain to pixels. */
export function scale(from: Range, pixelLow: number, pixelHigh: number): (value: number) => number {
  const span = from.high - from.low || 1;
  return (value) => pixelLow + ((value - from.low) * (pixelHigh - pixelLow)) / span;
}

/** A path through the values; a null lifts the pen. A value alone between two gaps becomes a dot (drawn by a round cap). */
export function linePath(values: readonly Value[], x: (index: number) => number, y: (value: number) => number): string {
  let path = '';
  let down = false;
  values.forEach((value, index) => {
    if (value == null) {
      down = false;
      return;
    }
    const place = `${px(x(index))} ${px(y(value))}`;
    path += down ? `L${place}` : values[index + 1] == null ? `M${place}h0` : `M${place}`;
    down = true;
  });
  return path;
}

export function lastIndex(values: readonly Value[]): number {
  return values.findLastIndex((value) => value != null);
}

export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
