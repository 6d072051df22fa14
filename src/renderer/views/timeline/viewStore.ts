// The view as it moves: told to what is drawn at every frame, and to what is asked once it rests.
import { useEffect, useState } from 'react';
import { createStore, type StoreApi } from 'zustand';
import { lengthOf, type Stretch, within } from './viewport.ts';

export interface View {
  shown: Stretch;
  limits: Stretch;
  /** True until the reader moves it: a view that nobody chose follows the results. */
  whole: boolean;
}

export type ViewStore = StoreApi<View>;

/** A view that shows all of its limits. */
export function createView(limits: Stretch): ViewStore {
  return createStore<View>(() => ({ shown: limits, limits, whole: true }));
}

/** Shows another stretch at once, as far as the limits allow. */
export function show(view: ViewStore, wanted: Stretch): void {
  gliding.get(view)?.stop();
  view.setState(({ limits }) => {
    const shown = within(wanted, limits);
    return { shown, whole: lengthOf(shown) >= lengthOf(limits) };
  });
}

const still = matchMedia('(prefers-reduced-motion: reduce)');
const GLIDE_MS = 180;
const gliding = new WeakMap<ViewStore, { stop: () => void; end: Stretch }>();

/** Where a view will be once it stands still. */
export function headedFor(view: ViewStore): Stretch {
  return gliding.get(view)?.end ?? view.getState().shown;
}

/** Moves to another stretch so that the eye can follow; at once where motion is unwanted. */
export function glide(view: ViewStore, wanted: Stretch): void {
  gliding.get(view)?.stop();
  const { shown: start, limits } = view.getState();
  const end = within(wanted, limits);
  if (still.matches) return show(view, end);
  const began = performance.now();
  let frame = requestAnimationFrame(function step(now) {
    const part = Math.min(1, Math.max(0, (now - began) / GLIDE_MS));
    const eased = 1 - (1 - part) ** 3;
    const between = (a: number, b: number) => a + (b - a) * eased;
    const shown = { from: between(start.from, end.from), to: between(start.to, end.to) };
    view.setState({ shown, whole: part === 1 && lengthOf(end) >= lengthOf(limits) });
    if (part < 1) frame = requestAnimationFrame(step);
    else gliding.delete(view);
  });
  const stop = () => {
    cancelAnimationFrame(frame);
    gliding.delete(view);
  };
  gliding.set(view, { stop, end });
}

/** How long the view must rest before more is asked about it, in milliseconds. */
const REST_MS = 90;

/** The stretch that is shown, once it rests. */
export function useSettled(view: ViewStore): Stretch {
  const [settled, setSettled] = useState(() => view.getState().shown);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const settle = () => setSettled(view.getState().shown);
    settle();
    const stop = view.subscribe(() => {
      clearTimeout(waiting);
      waiting = setTimeout(settle, REST_MS);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [view]);
  return settled;
}
