import { describe, expect, it } from 'vitest';
import { lastIndex, linePath, rangeOf, scale } from '../src/lib/chart/line';
import { sparkMarks } from '../src/lib/chart/spark';

const size = { width: 106, height: 28 }; // 100 px between the sides, 20 px between the edges

describe('a sparkline', () => {
  it('spans its box: first value left, last value right, high values up', () => {
    expect(sparkMarks([0, 5, 10], [], size)).toEqual({ line: 'M3 24L53 14L103 4', path: '', dot: { x: 103, y: 4 } });
  });
  it('shares one scale between the values and the path', () => {
    const marks = sparkMarks([0, 5], [0, 10], size);
    expect(marks.line).toBe('M3 24L103 14');
    expect(marks.path).toBe('M3 24L103 4');
  });
  it('lifts the pen at a gap and marks the last value that there is', () => {
    const marks = sparkMarks([0, null, 10, 10, null], [], size);
    expect(marks.line).toBe('M3 24h0M53 4L78 4');
    expect(marks.dot).toEqual({ x: 78, y: 4 });
  });
  it('draws a flat series in the middle', () => {
    expect(sparkMarks([7, 7], [], size).line).toBe('M3 14L103 14');
  });
  it('has nothing to draw without values', () => {
    expect(sparkMarks([null, null], [null, null], size)).toEqual({ line: '', path: '', dot: null });
  });
  it('starts at the same left edge when the path runs on further than the values', () => {
    expect(sparkMarks([0, 10], [0, 10, 20, 30, 40], size).dot).toEqual({ x: 28, y: 19 });
  });
});

describe('the parts of a line', () => {
  it('ranges over every series and over no nonsense', () => {
    expect(rangeOf([3, null], [undefined, -1, NaN, Infinity])).toEqual({ low: -1, high: 3 });
    expect(rangeOf([])).toEqual({ low: 0, high: 1 });
  });
  it('scales linearly, upside down too', () => {
    expect(scale({ low: 10, high: 20 }, 100, 0)(15)).toBe(50);
  });
  it('rounds to tenths of a pixel', () => {
    expect(linePath([1, 2], (i) => i / 3, (v) => v)).toBe('M0 1L0.3 2');
  });
  it('finds the last value', () => {
    expect(lastIndex([1, null, 0, null])).toBe(2);
    expect(lastIndex([])).toBe(-1);
  });
});
