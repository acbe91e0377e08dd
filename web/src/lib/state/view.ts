import type { ObjectiveView, Scorecard, StatusWord } from '$lib/contract';

/** The whole state of a scorecard's page, as it stands in its address. */
export interface ScorecardState { asOf: string | null; owner: string | null; status: StatusWord | null; objective: string | null; query: string; tv: boolean }

export const STATUSES: readonly { word: StatusWord; label: string }[] = [
  { word: 'off_track', label: 'Off track' },
  { word: 'at_risk', label: 'At risk' },
  { word: 'no_data', label: 'No data' },
  { word: 'too_early', label: 'Too early' },
  { word: 'on_track', label: 'On track' },
  { word: 'achieved', label: 'Achieved' },
  { word: 'missed', label: 'Missed' },
  { word: 'not_started', label: 'Not started' },
];

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function readState(params: URLSearchParams): ScorecardState {
  const status = params.get('status');
  return {
    asOf: readAsOf(params),
    owner: params.get('owner') || null,
    status: STATUSES.find(({ word }) => word === status)?.word ?? null,
    objective: params.get('objective') || null,
    query: params.get('q') ?? '',
    tv: params.has('tv') && params.get('tv') !== '0',
  };
}

export function readAsOf(params: URLSearchParams): string | null {
  const asOf = params.get('as_of');
  return asOf && DATE.test(asOf) ? asOf : null;
}

/** The same address with some parts changed; null or '' takes a part out. Order is kept, so that equal states have equal addresses. */
export function withParts(address: URL, parts: Record<string, string | null>): string {
  const params = new URLSearchParams(address.search);
  for (const [name, value] of Object.entries(parts)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  const search = params.toString().replace(/\btv=(&|$)/, 'tv$1');
  return address.pathname + (search ? `?${search}` : '');
}

/** A link of the server that keeps the date the reader looks at. */
export function keepAsOf(href: string, asOf: string | null): string {
  if (!asOf || !href.startsWith('/') || /[?&]as_of=/.test(href)) return href;
  const [path = '', hash] = href.split('#', 2);
  return `${path}${path.includes('?') ? '&' : '?'}as_of=${asOf}${hash === undefined ? '' : `#${hash}`}`;
}

export function isFiltered(state: ScorecardState): boolean {
  return Boolean(state.owner || state.status || state.objective || state.query.trim());
}

/** An objective and those under it: they follow it, deeper than it. */
function inBranch(objectives: readonly ObjectiveView[], name: string | null): (objective: ObjectiveView, index: number) => boolean {
  const root = objectives.findIndex((objective) => objective.name === name);
  if (!name) return () => true;
  if (root < 0) return () => false;
  const depth = objectives[root]!.depth;
  const after = objectives.findIndex((objective, index) => index > root && objective.depth <= depth);
  return (_, index) => index >= root && (after < 0 || index < after);
}

/** The objectives that remain under the filters; one without any matching KPI goes. */
export function filtered(scorecard: Scorecard, state: ScorecardState): ObjectiveView[] {
  if (!isFiltered(state)) return scorecard.objectives;
  const words = state.query.toLowerCase().split(/\s+/).filter(Boolean);
  return scorecard.objectives
    .filter(inBranch(scorecard.objectives, state.objective))
    .map((objective) => ({ ...objective, kpis: objective.kpis.filter((kpi) => {
      const text = [kpi.label, kpi.name, kpi.byline, kpi.owner, kpi.target_text, kpi.status.label, objective.statement].join(' ').toLowerCase();
      return (!state.owner || kpi.owner === state.owner) && (!state.status || kpi.status.word === state.status) && words.every((word) => text.includes(word));
    }) }))
    .filter((objective) => objective.kpis.length > 0);
}
