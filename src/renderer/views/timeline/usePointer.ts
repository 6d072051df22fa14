// What wheel, mouse, touch and touch pad do on the timeline: nearer and farther, along time, over a stretch, on an event.
import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { Drawn } from './draw/drawing.ts';
import { lengthOf, panned, type Stretch, zoomed } from './viewport.ts';
import { show, type ViewStore } from './viewStore.ts';

export interface PointerActions {
  /** What was drawn last. */
  drawn: () => Drawn | null;
  /** Where the drawing begins, from the left edge of the chart: a scroll bar may stand there. */
  inset: () => number;
  /** How far below the top of the chart the bars begin that a stretch is drawn over, and where they end. */
  bars: () => { from: number; to: number };
  /** A stretch is being drawn; null where it was given up. */
  onDrawing: (stretch: Stretch | null) => void;
  onDrawn: (stretch: Stretch) => void;
  /** The pointer is over a place of the lanes; null where it is elsewhere. */
  onPoint: (place: { x: number; y: number } | null) => void;
  onPress: (place: { x: number; y: number }) => void;
  /** Scrolls the lanes by so many pixels. */
  onScroll: (by: number) => void;
}

/** Below this many pixels a press is a press and not the beginning of a movement. */
const MOVED = 4;
/** How much nearer a notch of the wheel, and a pinch, bring. */
const WHEEL_ZOOM = 0.0016;
const PINCH_ZOOM = 0.01;
/** A wheel that counts in lines moves this many pixels a line. */
const LINE = 18;

interface Press {
  x: number;
  y: number;
  lastX: number;
  lastY: number;
  mode: 'stretch' | 'pan' | 'names';
  moved: boolean;
}

/** Listens to the pointer on a chart as long as it is shown. */
export function usePointer(
  chart: RefObject<HTMLElement | null>,
  view: ViewStore,
  actions: PointerActions,
): void {
  const latest = useEffectEvent(() => actions);
  useEffect(() => {
    const element = chart.current;
    return element ? listen(element, view, () => latest()) : undefined;
  }, [chart, view]);
}

interface Point {
  x: number;
  y: number;
}

/** What the listeners share. */
interface Hands {
  element: HTMLElement;
  view: ViewStore;
  latest: () => PointerActions;
  /** Every pointer that is down. */
  pressed: Map<number, Press>;
  /** Where a pointer is on the drawing. */
  place: (event: { clientX: number; clientY: number }) => Point;
}

function listen(element: HTMLElement, view: ViewStore, latest: () => PointerActions): () => void {
  const stop = new AbortController();
  const on = { signal: stop.signal, passive: false } as const;
  const place: Hands['place'] = ({ clientX, clientY }) => {
    const box = element.getBoundingClientRect();
    return { x: clientX - box.left - latest().inset(), y: clientY - box.top };
  };
  const hands: Hands = { element, view, latest, pressed: new Map(), place };
  const wheel = (event: WheelEvent) =>
    onWheel(event, { view, actions: latest(), at: place(event) });
  element.addEventListener('wheel', wheel, on);
  element.addEventListener('pointerdown', (event) => onDown(event, hands), on);
  element.addEventListener('pointermove', (event) => onMove(event, hands), on);
  element.addEventListener('pointerup', (event) => onEnd(event, hands), on);
  element.addEventListener('pointercancel', (event) => onEnd(event, hands), on);
  element.addEventListener('pointerleave', () => latest().onPoint(null), on);
  return () => stop.abort();
}

function onDown(event: PointerEvent, { pressed, place, latest }: Hands): void {
  if (event.button !== 0 || !isPlot(event.target)) return;
  pressed.set(event.pointerId, beginning(place(event), latest()));
  if (pressed.size > 1) latest().onDrawing(null);
}

function onMove(event: PointerEvent, { element, view, latest, pressed, place }: Hands): void {
  const at = place(event);
  const actions = latest();
  // A button that was let go beyond the edge, before anything had moved, is told of by nobody.
  if (event.buttons === 0) pressed.delete(event.pointerId);
  const press = pressed.get(event.pointerId);
  if (!press) {
    actions.onPoint(isPlot(event.target) ? at : null);
    return;
  }
  const capture = () => element.setPointerCapture(event.pointerId);
  if (pressed.size > 1) pinch(pressed, event.pointerId, { at, view, actions });
  else move(press, at, { view, actions, capture });
  press.lastX = at.x;
  press.lastY = at.y;
}

function onEnd(event: PointerEvent, { latest, pressed, place }: Hands): void {
  const press = pressed.get(event.pointerId);
  pressed.delete(event.pointerId);
  if (!press) return;
  const at = place(event);
  const actions = latest();
  if (event.type === 'pointercancel') actions.onDrawing(null);
  else if (!press.moved) actions.onPress(at);
  else if (press.mode === 'stretch' && pressed.size === 0) {
    const drawn = stretchOf(press, at, actions.drawn());
    if (drawn) actions.onDrawn(drawn);
  }
}

/** Only the drawing itself is grabbed: cards and handles have a pointer of their own. */
const isPlot = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-own-pointer]') === null;

function beginning({ x, y }: { x: number; y: number }, actions: PointerActions): Press {
  const frame = actions.drawn()?.frame;
  const inPlot = frame !== undefined && x >= frame.plot.left - 6 && x <= frame.plot.right + 6;
  const { from, to } = actions.bars();
  const mode = !inPlot ? 'names' : y >= from && y < to ? 'stretch' : 'pan';
  return { x, y, lastX: x, lastY: y, mode, moved: false };
}

interface Doing {
  view: ViewStore;
  actions: PointerActions;
}

function move(
  press: Press,
  at: { x: number; y: number },
  doing: Doing & { capture: () => void },
): void {
  const { view, actions, capture } = doing;
  const far = Math.abs(at.x - press.x) > MOVED || Math.abs(at.y - press.y) > MOVED;
  if (!press.moved && !far) return;
  if (!press.moved) {
    capture();
    actions.onPoint(null);
  }
  press.moved = true;
  const frame = actions.drawn()?.frame;
  if (!frame) return;
  if (press.mode === 'stretch') {
    actions.onDrawing(stretchOf(press, at, actions.drawn()));
    return;
  }
  actions.onScroll(press.lastY - at.y);
  if (press.mode === 'names') return;
  const { shown } = view.getState();
  const by = frame.minute(press.lastX) - frame.minute(at.x);
  show(view, { from: shown.from + by, to: shown.to + by });
}

function stretchOf(press: Press, at: { x: number }, drawn: Drawn | null): Stretch | null {
  if (!drawn) return null;
  const { frame } = drawn;
  const clamped = (x: number) => Math.min(Math.max(x, frame.plot.left), frame.plot.right);
  const [a, b] = [frame.minute(clamped(press.x)), frame.minute(clamped(at.x))];
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

function pinch(
  pressed: Map<number, Press>,
  moving: number,
  { at, view, actions }: Doing & { at: { x: number } },
): void {
  const frame = actions.drawn()?.frame;
  const press = pressed.get(moving);
  const other = [...pressed].find(([id]) => id !== moving)?.[1];
  if (!frame || !press || !other) return;
  for (const finger of pressed.values()) finger.moved = true;
  const before = Math.max(20, Math.abs(press.lastX - other.lastX));
  const after = Math.max(20, Math.abs(at.x - other.lastX));
  show(view, zoomed(view.getState().shown, before / after, frame.minute(other.lastX)));
}

function onWheel(
  event: WheelEvent,
  { view, actions, at }: Doing & { at: { x: number; y: number } },
): void {
  const frame = actions.drawn()?.frame;
  if (!frame) return;
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
  const overNames = at.x < frame.plot.left || at.x > frame.plot.right;
  // Over the names the wheel scrolls the lanes, as it does everywhere else.
  if (overNames && !event.ctrlKey) return;
  event.preventDefault();
  const { shown } = view.getState();
  const along = event.shiftKey && dx === 0 ? dy : dx;
  if (!event.ctrlKey && (event.shiftKey || Math.abs(dx) > Math.abs(dy))) {
    const by = (along / (frame.plot.right - frame.plot.left)) * (frame.reversed ? -1 : 1);
    show(view, panned(shown, by));
    return;
  }
  const factor = Math.exp(dy * (event.ctrlKey ? PINCH_ZOOM : WHEEL_ZOOM));
  if (lengthOf(shown) * factor < 1) return;
  show(view, zoomed(shown, factor, frame.minute(at.x)));
}
