// The two canvases of the window: what stands above the lanes, and the lanes as far as they are scrolled into sight.
import type { Stretch } from '../viewport.ts';
import { canvasSurface } from './canvas-surface.ts';
import { type Frame, frameOf } from './frame.ts';
import { drawLanes, type Target } from './lanes.ts';
import type { Scene } from './scene.ts';
import type { Surface } from './surface.ts';
import { drawGrid, drawTop, topLayout } from './top.ts';

export interface Sizes {
  width: number;
  /** How much of the lanes is in sight. */
  height: number;
  /** How far the lanes are scrolled. */
  scrolled: number;
  reversed: boolean;
}

export interface Drawn {
  frame: Frame;
  targets: Target[];
}

export interface Drawing {
  draw: (scene: Scene, view: Stretch, sizes: Sizes) => Drawn;
}

/** How wide the column of names is in a drawing of a width. */
export const namesWidth = (width: number): number =>
  Math.round(Math.min(168, Math.max(104, width * 0.17)));

interface Sheet {
  context: CanvasRenderingContext2D;
  surface: Surface;
  size: string;
}

/** Draws into two canvases; `font` is a list of families of CSS. */
export function createDrawing(
  canvases: { top: HTMLCanvasElement; lanes: HTMLCanvasElement },
  font: string,
): Drawing {
  const sheets = new Map<HTMLCanvasElement, Sheet>();
  const blank = (canvas: HTMLCanvasElement, width: number, height: number): Surface | null => {
    const density = window.devicePixelRatio;
    const size = `${width} ${height} ${density}`;
    let sheet = sheets.get(canvas);
    if (sheet?.size !== size) {
      canvas.width = Math.max(1, Math.round(width * density));
      canvas.height = Math.max(1, Math.round(height * density));
      canvas.style.blockSize = `${height}px`;
      const context = canvas.getContext('2d');
      if (!context) return null;
      context.setTransform(density, 0, 0, density, 0, 0);
      sheet = { context, surface: canvasSurface(context, { font, density }), size };
      sheets.set(canvas, sheet);
    }
    sheet.context.clearRect(0, 0, width, height);
    return sheet.surface;
  };
  return {
    draw: (scene, view, { width, height, scrolled, reversed }) => {
      const frame = frameOf(view, { width, names: namesWidth(width), reversed });
      const top = blank(canvases.top, width, topLayout(scene).height);
      if (top) drawTop({ surface: top, frame, scene });
      const lanes = blank(canvases.lanes, width, height);
      if (!lanes) return { frame, targets: [] };
      const ink = { surface: lanes, frame, scene };
      drawGrid(ink, 0, height);
      return { frame, targets: drawLanes(ink, { from: scrolled, to: scrolled + height }) };
    },
  };
}
