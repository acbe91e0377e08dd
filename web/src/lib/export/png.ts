import { colour, FOOT, HEAD, marks, PAD, size, type Caption } from './picture';

const SHARP = 2;

/** The chart as a picture, painted mark by mark: no image is loaded, so the strictest content policy holds and our own font is used. */
export async function pngFile(svg: SVGSVGElement, caption: Caption): Promise<Blob> {
  const { width, height } = size(svg);
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARP;
  canvas.height = height * SHARP;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('This browser cannot paint pictures.');
  brush.scale(SHARP, SHARP);
  brush.fillStyle = colour('--surface');
  brush.fillRect(0, 0, width, height);
  write(brush, caption.title, 26, `600 15px ${font()}`, colour('--text'));
  write(brush, caption.note, 46, `400 12px ${font()}`, colour('--muted'));
  write(brush, caption.source, height - FOOT / 2 + 4, `400 11px ${font()}`, colour('--faint'));
  brush.translate(PAD, HEAD);
  for (const mark of marks(svg)) paint(brush, mark);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is empty.'))), 'image/png'));
}

function font(): string {
  return getComputedStyle(document.documentElement).fontFamily;
}

function write(brush: CanvasRenderingContext2D, text: string, y: number, type: string, fill: string): void {
  brush.font = type;
  brush.fillStyle = fill;
  brush.fillText(text, PAD, y);
}

function paint(brush: CanvasRenderingContext2D, mark: SVGGraphicsElement): void {
  const look = getComputedStyle(mark);
  brush.save();
  brush.globalAlpha = Number(look.opacity) * Number(look.fillOpacity || 1);
  if (mark instanceof SVGTextElement) paintText(brush, mark, look);
  else paintShape(brush, shape(mark), look);
  brush.restore();
}

function paintText(brush: CanvasRenderingContext2D, mark: SVGTextElement, look: CSSStyleDeclaration): void {
  brush.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
  brush.fillStyle = look.fill;
  brush.textAlign = look.textAnchor === 'middle' ? 'center' : look.textAnchor === 'end' ? 'right' : 'left';
  brush.fillText(mark.textContent?.trim() ?? '', number(mark, 'x'), number(mark, 'y'));
}

function paintShape(brush: CanvasRenderingContext2D, path: Path2D, look: CSSStyleDeclaration): void {
  if (look.fill !== 'none') {
    brush.fillStyle = look.fill;
    brush.fill(path);
  }
  if (look.stroke === 'none') return;
  brush.strokeStyle = look.stroke;
  brush.lineWidth = parseFloat(look.strokeWidth) || 1;
  brush.lineCap = look.strokeLinecap as CanvasLineCap;
  brush.lineJoin = look.strokeLinejoin as CanvasLineJoin;
  brush.setLineDash(look.strokeDasharray === 'none' ? [] : look.strokeDasharray.split(/[ ,]+/).map(parseFloat));
  brush.stroke(path);
}

function shape(mark: SVGGraphicsElement): Path2D {
  const path = new Path2D(mark instanceof SVGPathElement ? (mark.getAttribute('d') ?? '') : undefined);
  if (mark instanceof SVGCircleElement) path.arc(number(mark, 'cx'), number(mark, 'cy'), number(mark, 'r'), 0, 2 * Math.PI);
  if (mark instanceof SVGRectElement) path.rect(number(mark, 'x'), number(mark, 'y'), number(mark, 'width'), number(mark, 'height'));
  if (mark instanceof SVGLineElement) {
    path.moveTo(number(mark, 'x1'), number(mark, 'y1'));
    path.lineTo(number(mark, 'x2'), number(mark, 'y2'));
  }
  return path;
}

function number(mark: Element, name: string): number {
  return Number(mark.getAttribute(name) ?? 0);
}
