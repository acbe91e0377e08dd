import { colour, FOOT, HEAD, marks, PAD, PAINTED, size, type Caption } from './picture';

const NS = 'http://www.w3.org/2000/svg';

/** The chart as it stands on the screen, as a file that needs no style sheet. */
export function svgFile(svg: SVGSVGElement, caption: Caption): string {
  const { width, height } = size(svg);
  const root = element('svg', { xmlns: NS, width, height, viewBox: `0 0 ${width} ${height}` });
  root.append(element('title', {}, caption.title), element('rect', { width, height, fill: colour('--surface') }));
  root.append(line(caption.title, 26, 15, 600, colour('--text')), line(caption.note, 46, 12, 400, colour('--muted')));
  const drawing = element('g', { transform: `translate(${PAD} ${HEAD})` });
  for (const mark of marks(svg)) drawing.append(plain(mark));
  root.append(drawing, line(caption.source, height - FOOT / 2 + 4, 11, 400, colour('--faint')));
  return new XMLSerializer().serializeToString(root);
}

function line(text: string, y: number, points: number, weight: number, fill: string): SVGElement {
  return element('text', { x: PAD, y, fill, 'font-size': points, 'font-weight': weight, 'font-family': 'Inter, sans-serif' }, text);
}

/** A copy of one mark with its computed look written into it. */
function plain(mark: SVGGraphicsElement): Node {
  const copy = mark.cloneNode(true) as SVGGraphicsElement;
  const look = getComputedStyle(mark);
  for (const name of ['class', 'style']) copy.removeAttribute(name);
  for (const name of PAINTED) {
    const value = look.getPropertyValue(name);
    if (value && value !== 'none' || name === 'fill') copy.setAttribute(name, value);
  }
  return copy;
}

function element(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== 'xmlns') made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}
