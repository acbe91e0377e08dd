import { describe, expect, it } from 'vitest';
import type { Scorecard } from '../src/lib/contract';
import { quickDates } from '../src/lib/state/dates';
import { filtered, keepAsOf, readState, withParts } from '../src/lib/state/view';
import fixture from './fixtures/scorecard.json';

const card = fixture as Scorecard;
const state = (search: string) => readState(new URLSearchParams(search));
const names = (search: string) => filtered(card, state(search)).flatMap((objective) => objective.kpis.map((kpi) => kpi.name));

describe('the address of a scorecard', () => {
  it('holds the whole state', () => {
    expect(state('as_of=2026-11-14&owner=Trading&status=at_risk&objective=grow&q=rev&tv')).toEqual({ asOf: '2026-11-14', owner: 'Trading', status: 'at_risk', objective: 'grow', query: 'rev', tv: true });
  });
  it('is calm about what it does not know', () => {
    expect(state('as_of=tomorrow&status=purple&tv=0')).toEqual({ asOf: null, owner: null, status: null, objective: null, query: '', tv: false });
  });
  it('changes by parts and leaves the others', () => {
    const address = new URL('http://x/?owner=A%26B&status=at_risk');
    expect(withParts(address, { status: null, as_of: '2026-01-31' })).toBe('/?owner=A%26B&as_of=2026-01-31');
    expect(withParts(address, { owner: '', status: null })).toBe('/');
  });
  it('keeps tv a bare word', () => {
    expect(withParts(new URL('http://x/'), { tv: '1' })).toBe('/?tv=1');
    expect(withParts(new URL('http://x/?tv&q=a'), { q: null })).toBe('/?tv');
  });
  it('carries the date along the links inside, not outside', () => {
    expect(keepAsOf('/kpi/a', '2026-01-31')).toBe('/kpi/a?as_of=2026-01-31');
    expect(keepAsOf('/?objective=grow#top', '2026-01-31')).toBe('/?objective=grow&as_of=2026-01-31#top');
    expect(keepAsOf('/kpi/a?as_of=2025-01-01', '2026-01-31')).toBe('/kpi/a?as_of=2025-01-01');
    expect(keepAsOf('https://elsewhere/', '2026-01-31')).toBe('https://elsewhere/');
    expect(keepAsOf('/kpi/a', null)).toBe('/kpi/a');
  });
});

describe('the filters', () => {
  it('show everything when nothing is chosen', () => expect(filtered(card, state(''))).toBe(card.objectives));
  it('choose by owner, status and objective together', () => {
    expect(names('owner=Trading')).toEqual(['revenue', 'aov']);
    expect(names('owner=Trading&status=at_risk')).toEqual(['revenue']);
    expect(names('objective=open')).toEqual(['uptime', 'on_time']);
    expect(names('objective=open&status=at_risk')).toEqual([]);
  });
  it('take an objective with those under it', () => {
    const nested = { ...card, objectives: card.objectives.map((objective, i) => ({ ...objective, depth: i === 1 ? 1 : 0 })) };
    expect(filtered(nested, state('objective=happy')).map(({ name }) => name)).toEqual(['happy', 'grow']);
    expect(filtered(nested, state('objective=gone'))).toEqual([]);
  });
  it('search every word in label, owner, target and objective', () => {
    expect(names('q=SHOP+order')).toEqual(['aov', 'visit_to_order']);
    expect(names('q=++')).toHaveLength(8);
  });
});

describe('the usual dates', () => {
  it('are ends of periods before the day, over the turn of a year', () => {
    expect(quickDates('2026-01-03').map(({ date }) => date)).toEqual(['2025-12-27', '2025-12-31', '2025-12-31', '2025-12-31']);
    expect(quickDates('2024-03-31').map(({ date }) => date)).toEqual(['2024-03-24', '2024-02-29', '2023-12-31', '2023-12-31']);
  });
});
