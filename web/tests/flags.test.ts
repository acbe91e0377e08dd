import { describe, expect, it } from 'vitest';
import { flagsOf } from '../src/lib/chart/flags';

const at = (index: number) => index;
const event = (index: number, label: string) => ({ index, label, kind: 'external' });

describe('the flags of a chart', () => {
  it('write to the right, or to the left where the chart ends', () => {
    const [early, late] = flagsOf([event(590, 'Price change'), event(10, 'Launch')], at, 0, 600);
    expect(early).toMatchObject({ x: 10, text: 'Launch', row: 0, left: false });
    expect(late).toMatchObject({ x: 590, text: 'Price change', row: 0, left: true });
  });
  it('use the second row rather than overlap, and keep silent rather than be unreadable', () => {
    const flags = flagsOf([1, 2, 3].map((i) => event(i, 'A rather long name of an event')), at, 0, 300);
    expect(flags.map(({ text, row }) => [text !== '', row])).toEqual([[true, 0], [true, 1], [false, 0]]);
  });
});
