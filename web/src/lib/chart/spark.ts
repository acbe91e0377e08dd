import { lastIndex, linePath, rangeOf, scale, type Value } from './line';

export interface SparkSize { width: number; height: number }
export interface SparkMarks { line: string; path: string; dot: { x: number; y: number } | null }

const SIDE = 3;
const EDGE = 4;

/** A sparkline: value line, target path, and the last point, which is where the reader looks first. */
export function sparkMarks(values: readonly Value[], path: readonly Value[], size: SparkSize): SparkMarks {
  const count = Math.max(values.length, path.length, 2);
  const x = scale({ low: 0, high: count - 1 }, SIDE, size.width - SIDE);
  const y = scale(rangeOf(values, path), size.height - EDGE, EDGE);
  const last = lastIndex(values);
  const value = values[last];
  return {
    line: linePath(values, x, y),
    path: linePath(path, x, y),
    dot: value == null ? null : { x: x(last), y: y(value) },
  };
}
