/** GET /api/advice?severity=…&code=…&owner=…&show=…&sheet=…&as_of=… */
export interface Finding {
  code: string; title: string; severity: 'warning' | 'advice'; message: string; fix: string | null; help: string;
  place: string | null; excerpt: string | null; yaml: string | null; waiver: string | null;
  waived_until: string | null; waived_because: string | null;
}
export interface Group { kind: string; name: string; href: string | null; owner: string | null; findings: Finding[] }
export interface Option { value: string; label: string }
export interface Advice {
  as_of: string; summary: string; looking: boolean; note: string | null;
  filters: { severities: Option[]; codes: Option[]; owners: Option[] };
  open: string; waived: string; groups: Group[]; range: string; sheet: number; sheets: number;
}
