// The chart: counts over time with the chosen stretch, lanes below, cards, and all of it for the keyboard.
import {
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useWords } from '../../wording/useWords.ts';
import { Brush } from './Brush.tsx';
import { Card } from './Card.tsx';
import styles from './Chart.module.css';
import { snapped } from './civil.ts';
import { namesWidth } from './draw/drawing.ts';
import { frameOf } from './draw/frame.ts';
import { targetAt } from './draw/lanes.ts';
import type { Scene } from './draw/scene.ts';
import { topLayout } from './draw/top.ts';
import { EventList } from './EventList.tsx';
import { heightOf } from './lanes.ts';
import { placeIn } from './places.ts';
import { useDrawn } from './useDrawn.ts';
import { usePointed } from './usePointed.ts';
import { usePointer } from './usePointer.ts';
import { centredOn, lengthOf, panned, type Stretch, showing, zoomed } from './viewport.ts';
import { glide, headedFor, type ViewStore } from './viewStore.ts';
import { keyOf, type TimeItem } from './wording.ts';

interface ChartProps {
  view: ViewStore;
  scene: Omit<Scene, 'drawing'>;
  /** Which ends of the chosen stretch the query sets. */
  limited: { from: boolean; to: boolean };
  /** Every event in view, each once, in the order of their starts. */
  items: TimeItem[];
  /** The event that the keyboard is on. */
  active: string | null;
  onActive: (item: TimeItem) => void;
  /** Narrows the query to a stretch; null to none. */
  onSelect: (stretch: Stretch | null) => void;
  onOpen: (item: TimeItem) => void;
  onStory: (item: TimeItem) => void;
}

/** How much nearer a key or a button brings. */
export const KEY_ZOOM = 0.6;

/** The drawing and everything that is done with it. */
export function Chart(props: ChartProps) {
  const { view, scene, limited, items, active, onActive, onSelect, onOpen, onStory } = props;
  const { t } = useWords();
  const chart = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Stretch | null>(null);
  const whole = useMemo(() => ({ ...scene, drawing }), [scene, drawing]);
  const { top, lanes, scroller, drawn, width } = useDrawn(view, whole);
  const layout = topLayout(scene);
  const pointed = usePointed({ chart, scroller, topHeight: layout.height, view });

  const inLanes = ({ x, y }: { x: number; y: number }) =>
    y < layout.height ? undefined : targetAt(drawn.current?.targets ?? [], x, y - layout.height);
  usePointer(chart, view, {
    drawn: () => drawn.current,
    inset: () => scroller.current?.clientLeft ?? 0,
    bars: () => ({ from: layout.axis, to: layout.height }),
    onDrawing: setDrawing,
    onDrawn: (stretch) => {
      setDrawing(null);
      onSelect(snapped(stretch, drawn.current?.frame.minutesPerPixel ?? 1));
    },
    onPoint: (place) => pointed.point(place ? inLanes(place) : undefined),
    onPress: (place) => {
      const target = inLanes(place);
      const [only] = target?.items ?? [];
      if (target?.items.length === 1 && only) onOpen(only);
      else if (target) glide(view, aroundAll(target.items));
    },
    onScroll: (by) => scroller.current?.scrollBy(0, by),
  });

  useKeys(chart, (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { shown, limits } = view.getState();
    // What the keyboard is on stays in view.
    const on = items.find((item) => keyOf(item) === active)?.start.from;
    const inView = on !== undefined && on >= shown.from && on < shown.to;
    const middle = inView ? on : (shown.from + shown.to) / 2;
    if (event.key === '+' || event.key === '=') glide(view, zoomed(shown, KEY_ZOOM, middle));
    else if (event.key === '-') glide(view, zoomed(shown, 1 / KEY_ZOOM, middle));
    else if (event.key === '0') glide(view, limits);
    else if (event.key === 'Escape' && pointed.target) pointed.point(undefined);
    else if (event.key === 'Escape' && scene.selection) onSelect(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const { lanes: placed } = scene;
  const place = useCallback(
    (key: string) => {
      const size = {
        width,
        names: namesWidth(width),
        reversed: document.documentElement.dir === 'rtl',
      };
      return placeIn(placed, frameOf(view.getState().shown, size), key);
    },
    [placed, view, width],
  );
  const laneHeight = heightOf(scene.lanes);
  return (
    <div ref={chart} role="group" aria-label={t('timeline.chart')} className={styles.chart}>
      <div
        className={styles.top}
        style={{ blockSize: layout.height, inlineSize: width || undefined }}
      >
        <canvas ref={top} className={styles.canvas} aria-hidden="true" />
        <Brush
          view={view}
          scene={scene}
          limited={limited}
          width={width}
          layout={layout}
          onSelect={onSelect}
        />
      </div>
      <div ref={scroller} className={styles.lanes} tabIndex={-1}>
        <div className={styles.tall} style={{ blockSize: laneHeight }}>
          <canvas ref={lanes} className={styles.seen} aria-hidden="true" />
          <EventList
            items={items}
            active={active}
            place={place}
            view={view}
            scroller={scroller}
            onActive={(item) => {
              onActive(item);
              reveal(view, item);
            }}
            onPan={(part) => glide(view, panned(view.getState().shown, part))}
            onOpen={onOpen}
            onStory={onStory}
            onShown={pointed.focus}
          />
        </div>
      </div>
      {pointed.target && (
        <Card
          key={pointed.target.items.map(keyOf).join()}
          scroller={scroller}
          target={pointed.target}
          chart={chart}
          competing={scene.competing}
          onOpen={onOpen}
          onStory={onStory}
          onHeld={pointed.hold}
        />
      )}
    </div>
  );
}

/** Hears keys that are pressed anywhere in the chart and that nothing in it has taken. */
function useKeys(
  chart: RefObject<HTMLElement | null>,
  onKey: (event: KeyboardEvent) => void,
): void {
  const latest = useEffectEvent(onKey);
  useEffect(() => {
    const element = chart.current;
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) latest(event);
    };
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [chart]);
}

/** Moves the view so that the start of an event is in it. */
export function reveal(view: ViewStore, { start }: TimeItem): void {
  const shown = headedFor(view);
  if (start.from >= shown.from && start.to <= shown.to) return;
  const room = lengthOf(shown) / 20;
  glide(view, showing(shown, { from: start.from - room, to: start.to + room }));
}

/** A view of several events that stand as one; of a few days where they begin together. */
function aroundAll(items: TimeItem[]): Stretch {
  const from = Math.min(...items.map(({ start }) => start.from));
  const to = Math.max(...items.map(({ start }) => start.to));
  return centredOn((from + to) / 2, Math.max((to - from) * 1.3, 2 * 1440));
}
