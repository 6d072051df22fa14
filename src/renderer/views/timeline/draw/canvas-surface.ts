// Draws on a canvas.
import { type Box, type Pattern, type Surface, TILES } from './surface.ts';

/** How many measured texts are remembered. */
const MAX_MEASURED = 20_000;

const tiles = new Map<string, HTMLCanvasElement>();

/** One tile of a pattern at the density of the screen. */
function tileOf(pattern: Pattern, colour: string, density: number): HTMLCanvasElement {
  const key = `${pattern} ${colour} ${density}`;
  const known = tiles.get(key);
  if (known) return known;
  const { width, height, path, stroke } = TILES[pattern];
  const tile = document.createElement('canvas');
  tile.width = Math.round(width * density);
  tile.height = Math.round(height * density);
  const context = tile.getContext('2d');
  if (context) {
    context.scale(tile.width / width, tile.height / height);
    context.strokeStyle = colour;
    context.lineWidth = stroke;
    context.stroke(new Path2D(path));
  }
  if (tiles.size > 200) tiles.clear();
  tiles.set(key, tile);
  return tile;
}

/** The colour itself, not seen: what is transparent and has no colour would fade to it through grey. */
function transparent(colour: string): string {
  return `rgb(from ${colour} r g b / 0)`;
}

/** A surface on a canvas whose context is already scaled to the screen's density; `font` is a CSS family list. */
export function canvasSurface(
  context: CanvasRenderingContext2D,
  { font, density }: { font: string; density: number },
): Surface {
  const measured = new Map<string, number>();
  const fontOf = (size: number, weight = 400) => `${weight} ${size}px ${font}`;
  const rects = (boxes: readonly Box[]) => {
    context.beginPath();
    for (const { x, y, width, height } of boxes) context.rect(x, y, width, height);
  };
  return {
    boxes: (boxes, { fill, stroke, width = 1, dash = [], alpha = 1 }) => {
      if (boxes.length === 0) return;
      context.globalAlpha = alpha;
      rects(boxes);
      if (fill) {
        context.fillStyle = fill;
        context.fill();
      }
      if (stroke) {
        context.strokeStyle = stroke;
        context.lineWidth = width;
        context.setLineDash([...dash]);
        context.stroke();
      }
      context.globalAlpha = 1;
    },
    path: (path, { fill, stroke, width = 1, dash = [], alpha = 1 }, at = { x: 0, y: 0 }) => {
      const shape = new Path2D(path);
      context.translate(at.x, at.y);
      context.globalAlpha = alpha;
      if (fill) {
        context.fillStyle = fill;
        // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
        context.fill(shape);
      }
      if (stroke) {
        context.strokeStyle = stroke;
        context.lineWidth = width;
        context.setLineDash([...dash]);
        context.stroke(shape);
      }
      context.globalAlpha = 1;
      context.translate(-at.x, -at.y);
    },
    pattern: ({ x, y, width, height }, pattern, colour) => {
      const filling = context.createPattern(tileOf(pattern, colour, density), 'repeat');
      if (!filling) return;
      filling.setTransform(new DOMMatrix([1 / density, 0, 0, 1 / density, 0, y]));
      context.fillStyle = filling;
      context.fillRect(x, y, width, height);
    },
    fade: ({ x, y, width, height }, colour, towards) => {
      const gradient = context.createLinearGradient(x, 0, x + width, 0);
      gradient.addColorStop(towards === 'left' ? 1 : 0, colour);
      gradient.addColorStop(towards === 'left' ? 0 : 1, transparent(colour));
      context.fillStyle = gradient;
      context.fillRect(x, y, width, height);
    },
    text: (text, { x, y }, { size, colour, weight, align = 'left', halo }) => {
      context.font = fontOf(size, weight);
      context.textAlign = align;
      context.textBaseline = 'alphabetic';
      if (halo) {
        context.strokeStyle = halo;
        context.lineWidth = 3;
        context.lineJoin = 'round';
        context.setLineDash([]);
        context.strokeText(text, x, y);
      }
      context.fillStyle = colour;
      context.fillText(text, x, y);
    },
    measure: (text, { size, weight }) => {
      const key = `${size} ${weight} ${text}`;
      const known = measured.get(key);
      if (known !== undefined) return known;
      context.font = fontOf(size, weight);
      const { width } = context.measureText(text);
      if (measured.size > MAX_MEASURED) measured.clear();
      measured.set(key, width);
      return width;
    },
    clipped: (box, draw) => {
      context.save();
      rects([box]);
      context.clip();
      draw();
      context.restore();
    },
  };
}
