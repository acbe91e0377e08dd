/** What a picture of a chart needs around it to be understood alone. */
export interface Caption { title: string; note: string; source: string }

export const PAINTED = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'] as const;
export const HEAD = 60;
export const FOOT = 28;
export const PAD = 16;

/** The marks of a drawn chart, without what is only for the pointer or the screen reader. */
export function marks(svg: SVGSVGElement): SVGGraphicsElement[] {
  return [...svg.querySelectorAll<SVGGraphicsElement>('path, line, rect, circle, text')].filter((mark) => !mark.closest('[data-screen]'));
}

export function colour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}

export function size(svg: SVGSVGElement): { width: number; height: number } {
  return { width: svg.clientWidth + 2 * PAD, height: svg.clientHeight + HEAD + FOOT };
}
