// Which events the card tells of: what the pointer is over, or the one that the keyboard is on.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Target } from './draw/lanes.ts';
import type { Box } from './draw/surface.ts';
import type { ViewStore } from './viewStore.ts';
import { keyOf, type TimeItem } from './wording.ts';

/** Events, and where they are drawn in the chart. */
export interface Pointed {
  items: TimeItem[];
  box: Box;
  /** True for what the keyboard is on. */
  kept?: true;
}

/** How long a card stays when the pointer leaves for it, in milliseconds. */
const GRACE_MS = 160;

interface Place {
  chart: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  topHeight: number;
  view: ViewStore;
}

const sameItems = (a: Pointed | null, b: Target) =>
  a?.items.length === b.items.length && a.items.every((item, n) => b.items[n] === item);

/** Keeps what is pointed at; a card that the pointer has gone to is held. */
export function usePointed({ chart, scroller, topHeight, view }: Place) {
  const [target, setTarget] = useState<Pointed | null>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(leaving.current), []);

  const point = useCallback(
    (found: Target | undefined) => {
      clearTimeout(leaving.current);
      if (chart.current) chart.current.dataset.pointed = found ? '' : undefined;
      if (!found) {
        leaving.current = setTimeout(() => setTarget(null), GRACE_MS);
        return;
      }
      const box = { ...found.box, y: found.box.y + topHeight };
      setTarget((before) => (sameItems(before, found) ? before : { items: found.items, box }));
    },
    [chart, topHeight],
  );
  /** The keyboard is on an event; `box` is where it lies among all lanes. */
  const focus = useCallback(
    (item: TimeItem | null, box: Box | null) => {
      clearTimeout(leaving.current);
      if (!item || !box) return setTarget(null);
      const y = box.y + topHeight;
      setTarget((before) =>
        before?.items.length === 1 &&
        before.items[0] &&
        keyOf(before.items[0]) === keyOf(item) &&
        before.box.x === box.x &&
        before.box.y === y
          ? before
          : { items: [item], box: { ...box, y }, kept: true },
      );
    },
    [topHeight],
  );
  const hold = useCallback((held: boolean) => {
    clearTimeout(leaving.current);
    if (!held) leaving.current = setTimeout(() => setTarget(null), GRACE_MS);
  }, []);
  useEffect(() => {
    const box = scroller.current;
    // What the keyboard is on says itself where it has gone.
    const gone = () => setTarget((before) => (before?.kept ? before : null));
    box?.addEventListener('scroll', gone, { passive: true });
    const stop = view.subscribe((now, before) => now.shown !== before.shown && gone());
    return () => {
      box?.removeEventListener('scroll', gone);
      stop();
    };
  }, [scroller, view]);
  return { target, point, focus, hold };
}
