// The stretch that the query is narrowed to, as two handles that are moved by keys and by the pointer.
import { utcDay, utcHour, utcMonth, utcWeek, utcYear } from 'd3-time';
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef } from 'react';
import { wordCivil } from '../../wording/dates.ts';
import { useWords } from '../../wording/useWords.ts';
import styles from './Brush.module.css';
import { asDate, asMinute, civilDay, snapped } from './civil.ts';
import type { TopLayout } from './draw/bins.ts';
import { namesWidth } from './draw/drawing.ts';
import { frameOf } from './draw/frame.ts';
import type { Scene } from './draw/scene.ts';
import type { Stretch } from './viewport.ts';
import type { ViewStore } from './viewStore.ts';

interface BrushProps {
  view: ViewStore;
  scene: Pick<Scene, 'selection' | 'density'>;
  /** Which ends the query sets. */
  limited: { from: boolean; to: boolean };
  /** Of the chart, in pixels. */
  width: number;
  layout: TopLayout;
  onSelect: (stretch: Stretch | null) => void;
}

type Edge = 'from' | 'to';

/** How wide a handle is, in pixels. */
const HANDLE = 15;

const UNITS = {
  decade: utcYear,
  year: utcYear,
  month: utcMonth,
  week: utcWeek,
  day: utcDay,
  hour: utcHour,
};
/** With Shift, and for the page keys, an edge moves by the next longer unit. */
const LONGER = {
  decade: utcYear,
  year: utcYear,
  month: utcYear,
  week: utcMonth,
  day: utcMonth,
  hour: utcDay,
};

/** Two sliders; without a chosen stretch they stand at the ends of time. */
export function Brush({ view, scene, limited, width, layout, onSelect }: BrushProps) {
  const words = useWords();
  const { t } = words;
  const handles = { from: useRef<HTMLDivElement>(null), to: useRef<HTMLDivElement>(null) };
  const { from: fromHandle, to: toHandle } = handles;
  const reversed = () => document.documentElement.dir === 'rtl';
  const frame = () =>
    frameOf(view.getState().shown, { width, names: namesWidth(width), reversed: reversed() });
  const edges = (): Stretch => {
    const { limits } = view.getState();
    const { selection } = scene;
    return {
      from: limited.from && selection ? selection.from : limits.from,
      to: limited.to && selection ? selection.to : limits.to,
    };
  };

  useLayoutEffect(() => {
    const follow = () => {
      const { plot, x } = frame();
      const stretch = edges();
      for (const [edge, handle] of [
        ['from', fromHandle],
        ['to', toHandle],
      ] as const) {
        if (!handle.current) continue;
        const at = Math.min(Math.max(x(stretch[edge]), plot.left), plot.right);
        handle.current.style.left = `${at - HANDLE / 2}px`;
      }
    };
    follow();
    return view.subscribe(follow);
  });

  const set = (edge: Edge, minute: number) => {
    const { limits } = view.getState();
    const other = edges();
    const wanted =
      edge === 'from' ? { from: minute, to: other.to } : { from: other.from, to: minute };
    if (wanted.to - wanted.from < 1440) return;
    const open = wanted.from <= limits.from && wanted.to >= limits.to;
    onSelect(open ? null : wanted);
  };
  const onKeyDown = (edge: Edge) => (event: KeyboardEvent) => {
    const { limits } = view.getState();
    const unit = scene.density?.unit ?? 'month';
    const big = event.shiftKey || event.key.startsWith('Page');
    const step = unit === 'hour' && !big ? utcDay : (big ? LONGER : UNITS)[unit];
    const up = ['ArrowUp', 'PageUp', reversed() ? 'ArrowLeft' : 'ArrowRight'].includes(event.key);
    const down = ['ArrowDown', 'PageDown', reversed() ? 'ArrowRight' : 'ArrowLeft'].includes(
      event.key,
    );
    const here = asDate(edges()[edge]);
    if (event.altKey || event.ctrlKey) return;
    if (up) set(edge, asMinute(step.offset(step.floor(here), 1)));
    else if (down) set(edge, asMinute(step.offset(step.ceil(here), -1)));
    else if (event.key === 'Home') set(edge, edge === 'from' ? limits.from : edges().from + 1440);
    else if (event.key === 'End') set(edge, edge === 'to' ? limits.to : edges().to - 1440);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerMove = (edge: Edge) => (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left } = event.currentTarget.parentElement?.getBoundingClientRect() ?? { left: 0 };
    const { minute, minutesPerPixel } = frame();
    const at = minute(event.clientX - left);
    const snap = snapped({ from: at, to: at }, minutesPerPixel);
    set(edge, at - snap.from < snap.to - at ? snap.from : snap.to);
  };

  const { limits } = view.getState();
  return (['from', 'to'] as const).map((edge) => {
    const minute = edges()[edge];
    const day = civilDay(edge === 'from' ? minute : minute - 1);
    return (
      <div
        key={edge}
        ref={handles[edge]}
        role="slider"
        tabIndex={0}
        data-own-pointer
        aria-label={t(`timeline.${edge}`)}
        aria-valuemin={Math.round(limits.from / 1440)}
        aria-valuemax={Math.round(limits.to / 1440)}
        aria-valuenow={Math.round(minute / 1440)}
        aria-valuetext={
          limited[edge]
            ? wordCivil(day, words)
            : t('timeline.noLimit', { date: wordCivil(day, words) })
        }
        className={styles.handle}
        data-set={limited[edge] || undefined}
        style={{ top: layout.axis, height: layout.bars - layout.axis }}
        onKeyDown={onKeyDown(edge)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove(edge)}
      />
    );
  });
}
