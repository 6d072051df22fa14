// A sheet as a file: SVG with what can be read out in it, or PNG.
import { canvasSurface } from '../draw/canvas-surface.ts';
import type { Surface } from '../draw/surface.ts';
import { element, type SvgElement, svgSurface, svgText } from '../draw/svg-surface.ts';
import type { Sheet } from './sheet.ts';

const FONT =
  "'Inter Variable', 'Noto Naskh Arabic Variable', Inter, 'Noto Naskh Arabic', sans-serif";

/** PNGs have this many pixels for one of the sheet, so that they can be printed. */
const DENSITY = 2;

/** Measures texts as the window's own fonts set them. */
export function measureIn(context: CanvasRenderingContext2D): Surface['measure'] {
  return canvasSurface(context, { font: FONT, density: 1 }).measure;
}

/** A context to measure texts with. */
export function scratch(): CanvasRenderingContext2D {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  return context;
}

interface Described {
  language: string;
  rightToLeft: boolean;
  title: string;
  /** Everything that the drawing says, for those who do not see it, and for search. */
  description: string;
}

/** A sheet as a tree of SVG. */
export function svgOf(
  sheet: Sheet,
  { language, rightToLeft, title, description }: Described,
): SvgElement {
  const measure = measureIn(scratch());
  const parts = sheet.parts.map(({ y, draw }, index) => {
    const surface = svgSurface({ measure, rightToLeft, prefix: `p${index}-` });
    draw(surface);
    return element('g', { transform: `translate(0 ${y})` }, surface.drawn());
  });
  const said = (name: string, text: string) => ({ ...element(name), text });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${sheet.width} ${sheet.height}`,
      width: sheet.width,
      height: sheet.height,
      'font-family': FONT,
      'xml:lang': language,
      role: 'img',
    },
    [
      said('title', title),
      said('desc', description),
      element('rect', { width: sheet.width, height: sheet.height, fill: '#ffffff' }),
      ...parts,
    ],
  );
}

/** A sheet as the text of an SVG file. */
export function svgFile(sheet: Sheet, described: Described): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgText(svgOf(sheet, described))}\n`;
}

/** A sheet as the bytes of a PNG file, which carries nothing but its pixels. */
export async function pngFile(
  sheet: Sheet,
  rightToLeft: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const context = scratch();
  const { canvas } = context;
  canvas.width = sheet.width * DENSITY;
  canvas.height = Math.round(sheet.height * DENSITY);
  context.direction = rightToLeft ? 'rtl' : 'ltr';
  context.scale(DENSITY, DENSITY);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, sheet.width, sheet.height);
  const surface = canvasSurface(context, { font: FONT, density: DENSITY });
  for (const { y, draw } of sheet.parts) {
    context.translate(0, y);
    draw(surface);
    context.translate(0, -y);
  }
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'));
  if (!blob) throw new Error('no picture');
  return new Uint8Array(await blob.arrayBuffer());
}
