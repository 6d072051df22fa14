// Draws whenever what is to be seen changes: the view, the scene, the size, the scroll position.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../wording/languages.ts';
import { createDrawing, type Drawing, type Drawn } from './draw/drawing.ts';
import type { Scene } from './draw/scene.ts';
import type { ViewStore } from './viewStore.ts';

export interface DrawnChart {
  top: RefObject<HTMLCanvasElement | null>;
  lanes: RefObject<HTMLCanvasElement | null>;
  scroller: RefObject<HTMLDivElement | null>;
  /** What was drawn last, and where. */
  drawn: RefObject<Drawn | null>;
  /** How wide the chart is, in pixels; 0 until it is known. */
  width: number;
}

/** Keeps the canvases true to the view and the scene, one drawing a frame at most. */
export function useDrawn(view: ViewStore, scene: Scene): DrawnChart {
  const { i18n } = useTranslation();
  const top = useRef<HTMLCanvasElement>(null);
  const lanes = useRef<HTMLCanvasElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const drawing = useRef<Drawing | null>(null);
  const latest = useRef(scene);
  const waiting = useRef(0);
  const [width, setWidth] = useState(0);
  const reversed = directionOf(i18n.language) === 'rtl';

  const draw = useCallback(() => {
    waiting.current = 0;
    const box = scroller.current;
    if (!box || !top.current || !lanes.current) return;
    drawing.current ??= createDrawing(
      { top: top.current, lanes: lanes.current },
      getComputedStyle(document.body).fontFamily,
    );
    const sizes = {
      width: box.clientWidth,
      height: box.clientHeight,
      scrolled: box.scrollTop,
      reversed,
    };
    drawn.current = drawing.current.draw(latest.current, view.getState().shown, sizes);
  }, [view, reversed]);
  const request = useCallback(() => {
    waiting.current ||= requestAnimationFrame(draw);
  }, [draw]);

  // What was drawn must be known at once to whoever points at it or reads it out.
  useLayoutEffect(() => {
    latest.current = scene;
    draw();
  }, [scene, draw]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const anew = () => {
      drawing.current = null;
      request();
    };
    const sized = new ResizeObserver(() => {
      setWidth(box.clientWidth);
      draw();
    });
    sized.observe(box);
    const stop = view.subscribe(request);
    box.addEventListener('scroll', request, { passive: true });
    document.fonts.addEventListener('loadingdone', anew);
    return () => {
      sized.disconnect();
      stop();
      box.removeEventListener('scroll', request);
      document.fonts.removeEventListener('loadingdone', anew);
      cancelAnimationFrame(waiting.current);
      waiting.current = 0;
    };
  }, [view, draw, request]);
  return { top, lanes, scroller, drawn, width };
}
