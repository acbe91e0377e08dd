// The JSON of the pages, as the server writes it. The browser adds no arithmetic and no wording: every text here is ready to show.

export type Tone = 'good' | 'warn' | 'bad' | 'none';
export type StatusWord =
  | 'achieved' | 'on_track' | 'at_risk' | 'off_track' | 'missed' | 'no_data' | 'too_early' | 'not_started';

/** A status is a word, a shape and a tone; never only a colour. */
export interface StatusView { word: StatusWord; label: string; glyph: string; tone: Tone }
export interface Delta { text: string; note: string; tone: Tone }
/** All arrays have the same length; a null is a gap. */
export interface Spark { title: string; labels: string[]; values: (number | null)[]; texts: (string | null)[]; path: (number | null)[] }
/** A problem of the workspace's files, with its place and its fix. */
export interface DiagnosticView {
  code: string; severity: 'error' | 'warning' | 'advice'; file: string | null; line: number | null; column: number | null;
  message: string; fix: string | null; excerpt: string | null;
}
export interface WorkspaceView { name: string; currency: string | null; time_zone: string; metrics: number; kpis: number }
export interface Need { status: StatusView; title: string; text: string; link_text: string; href: string }

/** GET /api/scorecard?as_of=2026-11-14&owner=…&status=…&objective=… */
export interface Scorecard {
  workspace: WorkspaceView;
  as_of: string; as_of_text: string;
  headline: string; summary: string; footer: string; spark_title: string;
  needs: Need[];
  objectives: ObjectiveView[];
  owners: string[];
  problems: DiagnosticView[];
  statements: number;
}
export interface ObjectiveView {
  name: string; statement: string; owner: string | null; depth: number;
  status: StatusView; progress: number | null; progress_text: string; kpis: KpiRow[];
}
export interface KpiRow {
  name: string; label: string; byline: string; href: string; why: string | null; owner: string;
  status: StatusView; status_note: string;      // one plain sentence: why this status
  value: number | null; value_text: string; stale: boolean; period_text: string;
  running_text: string | null;                  // the period that runs, not judged, where the value is of one that is over
  last_good_text: string | null;                // where there is no number of now that can be trusted
  target_text: string; progress: number | null; expected: number | null; progress_text: string;
  spark: Spark; previous: Delta | null; year_ago: Delta | null; fresh_text: string;
  restated_text: string | null;                 // the last closed period, as reported and now, where data has changed since
}

/** GET /api/kpis/NAME?as_of=… */
export interface KpiPage {
  workspace: WorkspaceView;
  as_of: string; as_of_text: string;
  objective: { name: string; statement: string };
  row: KpiRow;
  sentence: string;
  chart: Chart;
  judged: { title: string; rows: { term: string; text: string; tone: Tone }[]; formula: string[] };
  supporting: { name: string; label: string; value_text: string; period: string; last_good_text: string | null; delta: Delta | null; spark: Spark; description: string | null }[];
  events: { date: string; date_text: string; label: string; kind: string }[];
  definition: {
    metric: string; label: string; description: string | null; expression: string; unit: string; direction: string;
    file: string; line: number; source: string;   // the YAML of the KPI as written
    inputs: { name: string; label: string; expression: string; value_text: string }[];
    datasets: { name: string; source: string; fresh_text: string; stale: boolean }[];
  };
  response: string | null;
  sql: string[];
  problems: DiagnosticView[];
}
export interface Chart {
  title: string; note: string;
  points: { start: string; label: string; value: number | null; text: string | null; path: number | null; path_text: string | null; open: boolean }[];
  ticks: { value: number; text: string }[];     // the value axis, ready made
  band: { low: number; high: number } | null;   // for `between`
  target: { value: number; text: string } | null;
  events: { index: number; label: string; kind: string }[];   // fractional index into points
}

/** Every failure is this, with an HTTP status that fits: application/problem+json */
export interface Problem { title: string; status: number; code: string; detail: string; fix: string | null }
