/** True where a key belongs to what has the focus, not to the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return event.metaKey || event.ctrlKey || event.altKey || Boolean(target?.closest?.('input, select, textarea, dialog, [contenteditable]'));
}

/** Moves the focus among the rows of a page; from nowhere, `j` goes to the first and `k` to the last. */
export function moveAmong(rows: readonly HTMLElement[], step: 1 | -1): void {
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: 'nearest' });
}
