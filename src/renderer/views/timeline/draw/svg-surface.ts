// Draws into a tree of SVG elements, for files and for paper.
import { type Box, type Ink, type Pattern, type Surface, TILES } from './surface.ts';

export interface SvgElement {
  name: string;
  attributes: Record<string, string>;
  children: SvgElement[];
  text?: string;
}

type Value = string | number | undefined;

/** Numbers in SVG need no more than hundredths of a pixel. */
const written = (value: string | number) =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;

/** An element with the attributes that have a value. */
export function element(
  name: string,
  attributes: Record<string, Value> = {},
  children: SvgElement[] = [],
): SvgElement {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, written(value)] as const],
  );
  return { name, attributes: Object.fromEntries(given), children };
}

const inkOf = ({ fill, stroke, width, dash, alpha }: Ink) => ({
  fill: fill ?? 'none',
  stroke,
  'stroke-width': stroke ? (width ?? 1) : undefined,
  'stroke-dasharray': dash?.length ? dash.join(' ') : undefined,
  opacity: alpha,
});

const boxOf = ({ x, y, width, height }: Box) => ({ x, y, width, height });

/** Where a text is anchored: its start is on the right in a language that is written from there. */
const anchorOf = (align: 'left' | 'right' | 'center', rightToLeft: boolean) =>
  align === 'center' ? 'middle' : (align === 'left') === rightToLeft ? 'end' : 'start';

export interface SvgSurface extends Surface {
  /** What was drawn so far, with the patterns, fades and clips that it uses. */
  drawn: () => SvgElement[];
}

interface SvgOptions {
  measure: Surface['measure'];
  rightToLeft: boolean;
  /** What the names of its definitions begin with: they must differ from those of other drawings on a page. */
  prefix: string;
}

/** A surface that keeps what is drawn. */
export function svgSurface({ measure, rightToLeft, prefix }: SvgOptions): SvgSurface {
  const defs: SvgElement[] = [];
  const known = new Map<string, string>();
  const root = element('g');
  let into = root;
  const add = (name: string, attributes: Record<string, Value>) => {
    const made = element(name, attributes);
    into.children.push(made);
    return made;
  };
  /** The reference to a definition, made at its first use. */
  const defined = (key: string, make: (id: string) => SvgElement): string => {
    const id = known.get(key) ?? `${prefix}${known.size}`;
    if (!known.has(key)) defs.push(make(id));
    known.set(key, id);
    return `url(#${id})`;
  };
  return {
    boxes: (boxes, ink) => {
      for (const box of boxes) add('rect', { ...boxOf(box), ...inkOf(ink) });
    },
    path: (path, ink, at) => {
      const transform = at && `translate(${written(at.x)} ${written(at.y)})`;
      add('path', { d: path, transform, ...inkOf(ink) });
    },
    pattern: (box, pattern, colour) => {
      const fill = defined(`${pattern} ${colour}`, (id) => patternElement(id, pattern, colour));
      add('rect', { ...boxOf(box), fill });
    },
    fade: (box, colour, towards) => {
      const fill = defined(`${towards} ${colour}`, (id) => fadeElement(id, colour, towards));
      add('rect', { ...boxOf(box), fill });
    },
    text: (text, { x, y }, { size, colour, weight, align = 'left', halo }) => {
      add('text', {
        x,
        y,
        fill: colour,
        'font-size': size,
        'font-weight': weight,
        'text-anchor': anchorOf(align, rightToLeft),
        direction: rightToLeft ? 'rtl' : undefined,
        stroke: halo,
        'stroke-width': halo ? 3 : undefined,
        'stroke-linejoin': halo ? 'round' : undefined,
        'paint-order': halo ? 'stroke' : undefined,
      }).text = text;
    },
    measure,
    clipped: (box, draw) => {
      const clip = defined(JSON.stringify(box), (id) =>
        element('clipPath', { id }, [element('rect', boxOf(box))]),
      );
      const outer = into;
      into = add('g', { 'clip-path': clip });
      draw();
      into = outer;
    },
    drawn: () => [...(defs.length > 0 ? [element('defs', {}, defs)] : []), root],
  };
}

function patternElement(id: string, pattern: Pattern, colour: string): SvgElement {
  const { width, height, path, stroke } = TILES[pattern];
  return element('pattern', { id, width, height, patternUnits: 'userSpaceOnUse' }, [
    element('path', { d: path, stroke: colour, 'stroke-width': stroke, fill: 'none' }),
  ]);
}

function fadeElement(id: string, colour: string, towards: 'left' | 'right'): SvgElement {
  const opaque = { offset: towards === 'left' ? 1 : 0, 'stop-color': colour };
  const clear = { offset: towards === 'left' ? 0 : 1, 'stop-color': colour, 'stop-opacity': 0 };
  const stops = towards === 'left' ? [clear, opaque] : [opaque, clear];
  return element(
    'linearGradient',
    { id },
    stops.map((stop) => element('stop', stop)),
  );
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) =>
  text
    // Characters that XML has no way to write.
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** An element and all in it as the text of an SVG file. */
export function svgText({ name, attributes, children, text }: SvgElement): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inside = escaped(text ?? '') + children.map(svgText).join('');
  return inside ? `<${name}${given.join('')}>${inside}</${name}>` : `<${name}${given.join('')}/>`;
}

/** An element and all in it as part of a page. */
export function svgDom({ name, attributes, children, text }: SvgElement): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  made.append(...children.map(svgDom));
  return made;
}
