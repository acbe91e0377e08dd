/** Dates of days, as the API writes them: 2026-11-14. Counted in UTC, so that no time zone of the browser moves a day. */
export function quickDates(asOf: string): { label: string; date: string }[] {
  const day = new Date(`${asOf}T00:00:00Z`);
  const year = day.getUTCFullYear();
  const month = day.getUTCMonth();
  return [
    { label: 'A week before', date: iso(Date.UTC(year, month, day.getUTCDate() - 7)) },
    { label: 'End of the month before', date: iso(Date.UTC(year, month, 0)) },
    { label: 'End of the quarter before', date: iso(Date.UTC(year, month - (month % 3), 0)) },
    { label: 'End of the year before', date: iso(Date.UTC(year, 0, 0)) },
  ];
}

function iso(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
