// The events in view as a list for the keyboard and for screen readers: only the active one is in the page.
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import type { Box } from './draw/surface.ts';
import styles from './EventList.module.css';
import { type PlacedLane, ROW } from './lanes.ts';
import type { ViewStore } from './viewStore.ts';
import { keyOf, type TimeItem, wordCompeting, wordItem } from './wording.ts';

interface EventListProps {
  items: TimeItem[];
  lanes: readonly PlacedLane[];
  active: string | null;
  /** Where an event was drawn, in the part of the lanes that is in sight; null where it is not. */
  place: (key: string) => Box | null;
  view: ViewStore;
  scroller: RefObject<HTMLElement | null>;
  onActive: (item: TimeItem) => void;
  onPan: (part: number) => void;
  onOpen: (item: TimeItem) => void;
  /** Told where the active event lies, counted from the top of what is in sight. */
  onShown: (item: TimeItem | null, box: Box | null) => void;
}

/** How far an arrow and a page key move along time, as a part of the view. */
const STEP = 0.12;
const PAGE = 0.8;

/** One list over all lanes, moved through in the order of time. */
export function EventList(props: EventListProps) {
  const { items, lanes, active, place, view, scroller, onActive, onPan, onOpen, onShown } = props;
  const words = useWords();
  const { t } = words;
  const id = useId();
  const option = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const position = items.findIndex((item) => keyOf(item) === active);
  const item = items[position];

  // The frame around the active event follows the drawing.
  useLayoutEffect(() => {
    const follow = () => {
      const box = active === null ? null : place(active);
      const element = option.current;
      if (element) {
        element.hidden = false;
        element.style.visibility = box ? 'visible' : 'hidden';
        if (box) {
          element.style.left = `${box.x - 2}px`;
          element.style.top = `${box.y + (scroller.current?.scrollTop ?? 0) - 2}px`;
          element.style.width = `${box.width + 4}px`;
          element.style.height = `${box.height + 4}px`;
        }
      }
      onShown(focused && item ? item : null, box);
    };
    const later = () => requestAnimationFrame(follow);
    follow();
    const soon = later();
    const stop = view.subscribe(later);
    return () => {
      cancelAnimationFrame(soon);
      stop();
    };
  }, [active, item, focused, place, view, scroller, onShown]);
  useEffect(() => {
    if (active !== null) scrollTo(scroller.current, topOf(lanes, active));
  }, [active, lanes, scroller]);

  const onKeyDown = (event: KeyboardEvent) => {
    const later = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const go = (to: number) => {
      const next = items[Math.min(items.length - 1, Math.max(0, to))];
      if (next) onActive(next);
    };
    if (event.altKey || event.ctrlKey) return;
    if (event.key === 'ArrowDown') go(position + 1);
    else if (event.key === 'ArrowUp') go(position < 0 ? items.length - 1 : position - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(items.length - 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      onPan(event.key === later ? STEP : -STEP);
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      onPan(event.key === 'PageDown' ? PAGE : -PAGE);
    } else if (event.key === 'Enter' && item) onOpen(item);
    else return;
    event.preventDefault();
  };

  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={t('timeline.events', { count: items.length, n: wordNumber(items.length, words) })}
      aria-activedescendant={item ? `${id}-option` : undefined}
      className={styles.list}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setFocused(true);
        if (!item && items[0]) onActive(items[0]);
      }}
      onBlur={() => setFocused(false)}
    >
      {item && (
        <div
          ref={option}
          id={`${id}-option`}
          role="option"
          tabIndex={-1}
          aria-selected="true"
          aria-setsize={items.length}
          aria-posinset={position + 1}
          aria-label={said(item)}
          className={styles.option}
          data-focused={focused || undefined}
        />
      )}
    </div>
  );

  function said(event: TimeItem): string {
    const others = event.competing.map((date) => wordCompeting(date, words));
    return [wordItem(event, words), ...others].join('. ');
  }
}

/** Where the row of an event begins and ends among all lanes. */
function topOf(lanes: readonly PlacedLane[], key: string): { from: number; to: number } | null {
  for (const lane of lanes) {
    const span = lane.spans.find((placed) => keyOf(placed.span) === key);
    if (span) {
      const middle = lane.firstRow + span.row * ROW;
      return { from: middle - ROW, to: middle + ROW };
    }
    if (lane.markRow !== null && lane.marks.some((mark) => keyOf(mark) === key)) {
      return { from: lane.markRow - ROW, to: lane.markRow + ROW };
    }
  }
  return null;
}

function scrollTo(box: HTMLElement | null, row: { from: number; to: number } | null): void {
  if (!box || !row) return;
  if (row.from < box.scrollTop) box.scrollTop = row.from;
  else if (row.to > box.scrollTop + box.clientHeight) box.scrollTop = row.to - box.clientHeight;
}
