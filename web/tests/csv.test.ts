import { describe, expect, it } from 'vitest';
import type { Chart } from '../src/lib/contract';
import { chartCsv, csv } from '../src/lib/export/csv';
import page from './fixtures/kpi-return_rate.json';

describe('CSV', () => {
  it('quotes what needs it and leaves gaps empty', () => {
    expect(csv(['a', 'b'], [['x,y', null], ['say "hi"', 1.5], ['two\nlines', true]])).toBe('a,b\r\n"x,y",\r\n"say ""hi""",1.5\r\n"two\nlines",true\r\n');
  });
  it('never hands a spreadsheet a formula, and leaves negative numbers alone', () => {
    expect(csv(['t', 'n'], [['=HYPERLINK("x")', -1]])).toBe('t,n\r\n"\'=HYPERLINK(""x"")",-1\r\n');
  });
  it('writes a chart with exact values, one row per period', () => {
    const lines = chartCsv(page.chart as Chart).trimEnd().split('\r\n');
    expect(lines[0]).toBe('period_start,period,value,path,open');
    expect(lines[1]).toBe('2025-12-01,Dec 2025,12.1,12,false');
    expect(lines[12]).toBe('2026-11-01,Nov,11.8,9.88,true');
    expect(lines[14]).toBe('2027-01-01,Jan 2027,,9.5,false');
    expect(lines).toHaveLength(15);
  });
});
