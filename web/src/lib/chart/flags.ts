import type { Chart } from '$lib/contract';

export interface Flag { x: number; label: string; text: string; row: number; left: boolean }

const GLYPH = 6.2;
const ROWS = 2;
const GAP = 8;

/** Places the events' names over the chart, in two rows; a name without room is left to the list below, its flag stays. */
export function flagsOf(events: Chart['events'], x: (index: number) => number, from: number, to: number): Flag[] {
  const taken: { from: number; to: number }[][] = Array.from({ length: ROWS }, () => []);
  return events.toSorted((a, b) => a.index - b.index).map((event) => {
    const at = x(event.index);
    const width = event.label.length * GLYPH + 11;
    for (let row = 0; row < ROWS; row++) {
      for (const left of [false, true]) {
        const box = left ? { from: at - width, to: at } : { from: at, to: at + width };
        const free = box.from >= from && box.to <= to && taken[row]!.every((other) => box.to + GAP <= other.from || box.from >= other.to + GAP);
        if (!free) continue;
        taken[row]!.push(box);
        return { x: at, label: event.label, text: event.label, row, left };
      }
    }
    return { x: at, label: event.label, text: '', row: 0, left: false };
  });
}
