/** A wall screen: refreshed each minute, and paged through slowly when it does not fit. */
const REFRESH = 60_000;
const PAGE = 20_000;

export function wall(refresh: () => void): () => void {
  const root = document.documentElement;
  root.classList.add('tv');
  const refreshing = setInterval(refresh, REFRESH);
  const paging = setInterval(() => {
    const end = root.scrollHeight - window.innerHeight;
    if (end <= 8) return;
    const next = window.scrollY >= end - 8 ? 0 : window.scrollY + window.innerHeight * 0.85;
    window.scrollTo({ top: next, behavior: 'smooth' });
  }, PAGE);
  return () => {
    root.classList.remove('tv');
    clearInterval(refreshing);
    clearInterval(paging);
  };
}
